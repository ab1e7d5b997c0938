/**
 * The smallest sample that is not smaller than `percent` of all: always one
 * that was really measured.
 */
export function percentile(samples: number[], percent: number): number {
  if (samples.length === 0) {
    throw new Error('There is no percentile of no samples');
  }
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(0, rank - 1)];
}

/** Half of the samples are not larger. */
export function median(samples: number[]): number {
  return percentile(samples, 50);
}
