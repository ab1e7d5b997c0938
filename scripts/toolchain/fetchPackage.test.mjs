import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fetchPackage } from './fetchPackage.mjs';

const WANTED = { name: '@example/tool', version: '1.2.3' };
const { npm_execpath: npmBefore } = process.env;
let folder;
let wanted;

/** Puts a program in npm's place; the registry is out of a unit test's reach. */
function replaceNpm(source) {
  const file = path.join(folder, 'npm-cli.js');
  fs.writeFileSync(file, source);
  process.env.npm_execpath = file;
}

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fetch-package-'));
  fs.mkdirSync(path.join(folder, 'package'));
  fs.writeFileSync(path.join(folder, 'package', 'tool.js'), 'tool');
  const archive = path.join(folder, 'archive');
  execFileSync('tar', ['-czf', archive, '-C', folder, 'package']);
  replaceNpm(
    `require('fs').copyFileSync(${JSON.stringify(archive)}, 'tool-1.2.3.tgz')`,
  );
  const hash = crypto.createHash('sha512').update(fs.readFileSync(archive));
  wanted = { ...WANTED, integrity: `sha512-${hash.digest('base64')}` };
});

afterEach(() => {
  if (npmBefore === undefined) {
    delete process.env.npm_execpath;
  } else {
    process.env.npm_execpath = npmBefore;
  }
  fs.rmSync(folder, { recursive: true });
});

test('unpacks a package into the cache and asks npm only once', async () => {
  const cache = path.join(folder, 'cache');
  const first = await fetchPackage(wanted, 'the tool', cache);
  assert.equal(fs.readFileSync(path.join(first, 'tool.js'), 'utf8'), 'tool');

  replaceNpm('process.exit(1)');
  assert.equal(await fetchPackage(wanted, 'the tool', cache), first);
  assert.deepEqual(fs.readdirSync(path.join(cache, 'toolchain')), [
    'example-tool-1.2.3',
  ]);
});

test('two at once both get it', async () => {
  const cache = path.join(folder, 'cache');
  const [first, second] = await Promise.all([
    fetchPackage(wanted, 'the tool', cache),
    fetchPackage(wanted, 'the tool', cache),
  ]);
  assert.equal(first, second);
  assert.ok(fs.existsSync(path.join(first, 'tool.js')));
});

test('refuses what is not the published package, and leaves nothing behind', async () => {
  const cache = path.join(folder, 'cache');
  await assert.rejects(
    fetchPackage({ ...wanted, integrity: 'sha512-other' }, 'the tool', cache),
    /served another @example\/tool@1\.2\.3/,
  );
  assert.deepEqual(fs.readdirSync(path.join(cache, 'toolchain')), []);
});

test('says what to do when npm cannot fetch it', async () => {
  replaceNpm(`console.error('npm error code E404'); process.exit(1)`);
  await assert.rejects(
    fetchPackage(wanted, 'the tool', path.join(folder, 'cache')),
    { name: 'PrerequisiteError', remedy: /does not have this package/ },
  );
});
