import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryRows } from './memoryRows';

const MEBIBYTE = 1024 * 1024;

test('what is loaded once does not count for a cluster', () => {
  const [held, resident] = memoryRows(
    { clusters: 1, heldBytes: 90 * MEBIBYTE, residentBytes: 300 * MEBIBYTE },
    { clusters: 11, heldBytes: 110 * MEBIBYTE, residentBytes: 350 * MEBIBYTE },
    1024,
  );
  assert.equal(held.ours, 2);
  assert.equal(held.target, 2);
  assert.equal(resident.ours, 5);
});
