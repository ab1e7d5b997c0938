import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chineseFont } from './chineseFont';

test('adds folders with fonts to those of the system', () => {
  const { FONTCONFIG_FILE } = chineseFont({ FONTCONFIG_PATH: '/some/where' });
  const written = readFileSync(FONTCONFIG_FILE, 'utf8');
  assert.match(written, />\/some\/where\/fonts.conf</);
  const folders = [...written.matchAll(/<dir>(.+)<\/dir>/g)].map(
    ([, folder]) => folder,
  );
  assert.equal(folders.length, 2);
  for (const folder of folders) {
    assert.ok(readdirSync(folder).some(name => name.endsWith('.ttf')));
  }
});
