import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { REPOSITORY_ROOT } from '../../repositoryRoot';
import { codeBlocks } from '../codeBlocks';
import { checkShell } from './checkShell';
import { checkTypeScript } from './checkTypeScript';
import { readDocuments } from './documents';

const { scripts } = JSON.parse(
  readFileSync(path.join(REPOSITORY_ROOT, 'package.json'), 'utf8'),
);

const blocks = readDocuments().flatMap(({ file, markdown }) =>
  codeBlocks(markdown).map(block => ({ ...block, page: file })),
);

function blocksIn(...languages: string[]) {
  const found = blocks.filter(({ language }) => languages.includes(language));
  assert.notEqual(found.length, 0);
  return found;
}

test('the Chinese pages have the blocks of the English ones', () => {
  const textsOf = (page: string) =>
    blocks.filter(block => block.page === page).map(({ text }) => text);
  const pages = [...new Set(blocks.map(({ page }) => page))].filter(page =>
    page.startsWith('docs/zh/'),
  );
  assert.notEqual(pages.length, 0);
  for (const page of pages) {
    assert.deepEqual(textsOf(page), textsOf(page.replace('zh/', '')));
  }
});

test('every block is in a language that is checked, or made to be looked at', () => {
  const languages = ['json', 'sh', 'ts', 'tsx', 'yaml', 'console', 'text', ''];
  assert.deepEqual(
    blocks.filter(({ language }) => !languages.includes(language)),
    [],
  );
});

test('YAML and JSON can be read', () => {
  const faults = blocksIn('yaml', 'json').flatMap(({ page, text }) =>
    parseAllDocuments(text).flatMap(({ errors }) =>
      errors.map(({ message }) => `${page}: ${message}`),
    ),
  );
  assert.deepEqual(faults, []);
});

test('commands are commands', () => {
  const faults = blocksIn('sh').flatMap(({ page, text }) =>
    checkShell(text, scripts).map(fault => `${page}: ${fault}`),
  );
  assert.deepEqual(faults, []);
  assert.deepEqual(checkShell('npm run nothing', {}), [
    'package.json has no script nothing',
  ]);
  assert.deepEqual(checkShell('frobnicate it', {}), [
    'frobnicate is not a program that the documentation knows',
  ]);
  assert.match(checkShell('for x in', {})[0], /syntax error/);
});

test('TypeScript compiles', () => {
  // The examples show how a test uses them, without the rest of the test.
  const whole = blocksIn('ts', 'tsx').filter(
    ({ page }) => !page.startsWith('examples/'),
  );
  assert.deepEqual(checkTypeScript(whole.map(({ text }) => text)), []);
  assert.match(
    checkTypeScript(["import { nothing } from '@backstage/errors';"]).join(),
    /no exported member 'nothing'/,
  );
});
