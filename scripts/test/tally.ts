/** How many tests ended how. */
export type Tally = {
  passed: number;
  failed: number;
  skipped: number;
  /** Names of those of the passed ones that failed at their first try. */
  passedAtSecondTry: string[];
};

/** The sum of several tallies. */
export function sumTallies(tallies: Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
      passedAtSecondTry: [...sum.passedAtSecondTry, ...tally.passedAtSecondTry],
    }),
    { passed: 0, failed: 0, skipped: 0, passedAtSecondTry: [] },
  );
}

/** The last line of a test run. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** The line before it, when a test needed a second try. */
export function formatSecondTries({
  passedAtSecondTry: names,
}: Tally): string | undefined {
  return names.length > 0
    ? `${names.length} ${
        names.length === 1 ? 'test' : 'tests'
      } passed only at the second try: ${names.join('; ')}`
    : undefined;
}
