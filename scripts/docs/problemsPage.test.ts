import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PROBLEMS_PAGE } from './problemsPage';

test('docs/problems.md says what the code says; if not: yarn docs:problems', () => {
  assert.equal(readFileSync(PROBLEMS_PAGE.file, 'utf8'), PROBLEMS_PAGE.content);
});
