import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { isInstalled, rememberInstall } from './installState.mjs';

let root;

function write(file, content) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), content);
}

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'install-state-'));
  write('package.json', '{"workspaces":["plugins/*","examples/app"]}');
  write('plugins/one/package.json', '{}');
  write('examples/app/package.json', '{}');
  write('yarn.lock', 'lock');
  write('.yarnrc.yml', 'nodeLinker: node-modules');
  fs.mkdirSync(path.join(root, 'node_modules'));
});

afterEach(() => fs.rmSync(root, { recursive: true }));

test('a fresh clone is not installed, and is after an install', () => {
  assert.equal(isInstalled(root), false);
  rememberInstall(root);
  assert.equal(isInstalled(root), true);
});

[
  'package.json',
  'yarn.lock',
  '.yarnrc.yml',
  'plugins/one/package.json',
  'examples/app/package.json',
].forEach(file => {
  test(`a changed ${file} asks for an install`, () => {
    rememberInstall(root);
    fs.appendFileSync(path.join(root, file), ' ');
    assert.equal(isInstalled(root), false);
  });
});

test('a new workspace asks for an install', () => {
  rememberInstall(root);
  write('plugins/two/package.json', '{}');
  assert.equal(isInstalled(root), false);
});
