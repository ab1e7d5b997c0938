import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatElapsed } from './progress.mjs';

for (const [milliseconds, expected] of [
  [0, '0.0 s'],
  [449, '0.4 s'],
  [9940, '9.9 s'],
  [10000, '10 s'],
  [59400, '59 s'],
  [59600, '1 min 00 s'],
  [125000, '2 min 05 s'],
]) {
  test(`${milliseconds} ms are ${expected}`, () => {
    assert.equal(formatElapsed(milliseconds), expected);
  });
}
