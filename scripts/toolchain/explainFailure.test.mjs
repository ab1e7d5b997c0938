import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  explainInstallFailure,
  explainRegistryFailure,
} from './explainFailure.mjs';

const INSTALL_CASES = [
  {
    title: 'no Python',
    log: 'gyp ERR! find Python Python is not set from command line',
    remedy: /Python 3/,
  },
  {
    title: 'no make',
    log: 'gyp ERR! stack Error: not found: make',
    remedy: /compiler or make/,
  },
  {
    title: 'no compiler',
    log: 'make: g++: command not found',
    remedy: /compiler or make/,
  },
  {
    title: 'full disk',
    log: 'ENOSPC: no space left on device, write',
    remedy: /disk is full/,
  },
  {
    title: 'stale lock file',
    log: '➤ YN0028: │ The lockfile would have been modified by this install, which is explicitly forbidden.',
    remedy: /yarn\.lock does not match/,
  },
  {
    title: 'another package than the lock file names',
    log: "➤ YN0018: │ zod@npm:4.6.7: The remote archive doesn't match the expected checksum",
    remedy: /not the one that yarn\.lock names/,
  },
  {
    title: 'a mirror with gaps',
    log: '➤ YN0035: │ The remote server failed to provide the requested resource\n➤ YN0035: │   Response Code: 404 (Not Found)',
    remedy: /lacks a package/,
  },
  {
    title: 'no network',
    log: '➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND registry.example.org',
    remedy: /could not be reached/,
  },
  {
    title: 'anything else',
    log: '➤ YN0009: │ couldn’t be built successfully (exit code 7)',
    remedy: /end of its output/,
  },
];

for (const { title, log, remedy } of INSTALL_CASES) {
  test(`explains a failed install: ${title}`, () => {
    assert.match(explainInstallFailure(log), remedy);
  });
}

test('tells a package that the registry lacks from a registry that does not answer', () => {
  assert.match(
    explainRegistryFailure('npm error code E404'),
    /does not have this package/,
  );
  assert.match(
    explainRegistryFailure('npm error network ECONNREFUSED'),
    /could not be reached[^]*ECONNREFUSED/,
  );
});
