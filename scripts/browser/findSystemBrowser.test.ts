import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { findSystemBrowser } from './findSystemBrowser';

test('finds a browser on the PATH, Chromium before Chrome', context => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'find-browser-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const searchPath = ['/no/such/folder', folder].join(path.delimiter);

  writeFileSync(path.join(folder, 'google-chrome'), '');
  assert.equal(
    findSystemBrowser(searchPath),
    path.join(folder, 'google-chrome'),
  );
  writeFileSync(path.join(folder, 'chromium'), '');
  assert.equal(findSystemBrowser(searchPath), path.join(folder, 'chromium'));
});
