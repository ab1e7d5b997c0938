import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOptions } from './options';

test('runs everything unless told otherwise', () => {
  assert.deepEqual(parseOptions([]), { only: undefined });
});

test('runs one kind of tests', () => {
  assert.deepEqual(parseOptions(['--only', 'e2e']), { only: 'e2e' });
  assert.deepEqual(parseOptions(['--only=unit']), { only: 'unit' });
});

test('refuses what it does not know', () => {
  assert.throws(
    () => parseOptions(['--only', 'smoke']),
    /smoke is not one of unit, integration, e2e, packages/,
  );
  assert.throws(() => parseOptions(['--watch']), /--watch/);
});
