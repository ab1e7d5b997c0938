import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatNumber } from './formatNumber';

for (const [value, text] of [
  [2017, '2017'],
  [78, '78'],
  [12.345, '12.3'],
  [0.0271828, '0.0272'],
  [0.0000123456, '0.0000123'],
  [0, '0'],
] as const) {
  test(`${value} is written as ${text}`, () => {
    assert.equal(formatNumber(value), text);
  });
}
