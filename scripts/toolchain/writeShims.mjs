import fs from 'fs';
import path from 'path';

/**
 * A folder for the front of the PATH whose `node` and `yarn` are ours, so that
 * package scripts and everything they start use the same ones.
 */
export function writeShims(cache, node, yarn) {
  const folder = path.join(cache, 'toolchain', `shims-${node.version}`);
  fs.mkdirSync(folder, { recursive: true });
  writeShim(path.join(folder, 'node'), `exec "${node.binary}" "$@"`);
  writeShim(path.join(folder, 'yarn'), `exec "${node.binary}" "${yarn}" "$@"`);
  return folder;
}

function writeShim(file, line) {
  const content = `#!/bin/sh\n${line}\n`;
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === content) {
    return;
  }
  // Renamed into place: another run may be executing the old one right now.
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, content, { mode: 0o755 });
  fs.renameSync(temporary, file);
}
