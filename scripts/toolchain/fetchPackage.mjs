import crypto from 'crypto';
import fs from 'fs';
import path from 'path';
import { explainRegistryFailure } from './explainFailure.mjs';
import { npm } from './npm.mjs';
import { PrerequisiteError } from './prerequisiteError.mjs';
import { withProgress } from './progress.mjs';
import { runCommand } from './runCommand.mjs';

/**
 * Folder of an npm package in the cache, fetched first when it is not there.
 * Two processes may fetch the same package at once: each unpacks into a folder
 * of its own and renames it into place.
 */
export async function fetchPackage(wanted, title, cache) {
  const { name, version } = wanted;
  const folder = path.join(
    cache,
    'toolchain',
    `${name.replace('@', '').replace('/', '-')}-${version}`,
  );
  if (fs.existsSync(folder)) {
    return folder;
  }

  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const workspace = fs.mkdtempSync(`${folder}.`);
  try {
    await withProgress(`Fetching ${title} (npm package ${name})`, () =>
      unpack(wanted, workspace),
    );
    fs.renameSync(path.join(workspace, 'package'), folder);
  } catch (error) {
    if (!fs.existsSync(folder)) {
      throw error;
    }
  } finally {
    fs.rmSync(workspace, { recursive: true, force: true });
  }
  return folder;
}

async function unpack({ name, version, integrity }, workspace) {
  const packed = await npm(['pack', `${name}@${version}`], { cwd: workspace });
  const archive = fs.readdirSync(workspace).find(file => /\.tgz$/.test(file));
  if (packed.code !== 0 || !archive) {
    throw new PrerequisiteError(
      `npm could not fetch ${name}@${version}.`,
      explainRegistryFailure(packed.output),
    );
  }

  const file = path.join(workspace, archive);
  const found = `sha512-${crypto
    .createHash('sha512')
    .update(fs.readFileSync(file))
    .digest('base64')}`;
  if (found !== integrity) {
    throw new PrerequisiteError(
      `The registry served another ${name}@${version} than was published: expected ${integrity}, got ${found}.`,
      'Check the registry of your npm settings (npm config get registry).',
    );
  }

  const extracted = await runCommand('tar', ['-xzf', archive], {
    cwd: workspace,
  });
  if (extracted.code !== 0) {
    throw new PrerequisiteError(
      `${file} could not be unpacked:`,
      extracted.output.trim(),
    );
  }
}
