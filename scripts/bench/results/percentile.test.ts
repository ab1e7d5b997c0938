import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, percentile } from './percentile';

test('a percentile is a sample that was measured', () => {
  const samples = [5, 1, 4, 2, 3];
  assert.equal(median(samples), 3);
  assert.equal(percentile(samples, 99), 5);
  assert.equal(percentile(samples, 20), 1);
  assert.equal(percentile(samples, 21), 2);
  assert.deepEqual(samples, [5, 1, 4, 2, 3]);
});

test('with a hundred samples the p99 leaves out the worst one only', () => {
  const samples = Array.from({ length: 100 }, (_, index) => index + 1);
  assert.equal(percentile(samples, 99), 99);
});

test('there is none of nothing', () => {
  assert.throws(() => median([]), /no samples/);
});
