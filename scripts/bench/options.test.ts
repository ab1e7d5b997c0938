import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOptions } from './options';

test('everything is measured at full scale unless told otherwise', () => {
  assert.deepEqual(parseOptions([]), { quick: false, only: undefined });
});

test('a scenario can be measured alone, and quickly', () => {
  assert.deepEqual(parseOptions(['--quick', '--only', 'pages']), {
    quick: true,
    only: 'pages',
  });
});

test('a scenario that does not exist is refused by name', () => {
  assert.throws(() => parseOptions(['--only', 'speed']), /--only speed is not/);
});
