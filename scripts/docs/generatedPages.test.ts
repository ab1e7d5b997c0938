import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { REPOSITORY_ROOT } from '../repositoryRoot';
import { GENERATED_PAGES } from './generatedPages';

for (const [file, render] of Object.entries(GENERATED_PAGES)) {
  test(`${file} says what the code says; if not: yarn docs:pages`, () => {
    assert.equal(
      readFileSync(path.join(REPOSITORY_ROOT, file), 'utf8'),
      render(),
    );
  });
}
