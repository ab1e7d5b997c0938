import crypto from 'crypto';
import fs from 'fs';
import path from 'path';
import { NODE_MAJOR } from './packages.mjs';

const STAMP = 'node_modules/.tke-cilium-install';

/** Whether `node_modules` is what a finished install of these manifests left. */
export function isInstalled(root) {
  const stamp = path.join(root, STAMP);
  return (
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === installFingerprint(root)
  );
}

/** Remembers that the install of the present manifests finished. */
export function rememberInstall(root) {
  fs.writeFileSync(path.join(root, STAMP), installFingerprint(root));
}

/** Changes whenever an install could give another result. */
export function installFingerprint(root) {
  const hash = crypto.createHash('sha256');
  hash.update(`${process.platform}-${process.arch}-node${NODE_MAJOR}\n`);
  ['yarn.lock', '.yarnrc.yml', ...manifests(root)].forEach(file => {
    hash.update(`${file}\n${fs.readFileSync(path.join(root, file))}\n`);
  });
  return hash.digest('hex');
}

function manifests(root) {
  const { workspaces } = JSON.parse(
    fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const folders = [];
  workspaces.forEach(pattern => {
    if (!/\/\*$/.test(pattern)) {
      folders.push(pattern);
      return;
    }
    const parent = pattern.slice(0, -2);
    fs.readdirSync(path.join(root, parent)).forEach(name => {
      folders.push(`${parent}/${name}`);
    });
  });
  return ['package.json', ...folders.map(folder => `${folder}/package.json`)]
    .filter(file => fs.existsSync(path.join(root, file)))
    .sort();
}
