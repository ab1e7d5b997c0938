import { backoffDelay, jitter } from './backoff';

describe('backoffDelay', () => {
  const limits = { baseMs: 500, capMs: 30_000 };

  it.each([
    [1, 0, 500],
    [2, 0, 1_000],
    [3, 0, 2_000],
    [7, 0, 30_000],
    [5_000, 0, 30_000],
    [1, 0.5, 375],
    [7, 1, 15_000],
  ])('waits, at attempt %d with random %d, %d ms', (attempt, random, delay) => {
    expect(backoffDelay(attempt, limits, () => random)).toBe(delay);
  });
});

describe('jitter', () => {
  it.each([
    [0, 80],
    [0.5, 100],
    [1, 120],
  ])('turns 100 with random %d into %d', (random, expected) => {
    expect(jitter(100, () => random)).toBeCloseTo(expected);
  });
});
