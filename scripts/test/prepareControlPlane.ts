/**
 * Gets what the local clusters run before the tests that need it start: inside
 * a test, building it would run into the test's own time limit.
 */
export async function prepareControlPlane(): Promise<void> {
  // Loaded late: unit tests run also where the local cluster's code is broken.
  const { resolveBinaries, resolveCiliumChart } = await import(
    '@tke-cilium/local-cluster'
  );
  const log = (line: string) => process.stdout.write(`${line}\n`);
  await resolveBinaries({ log });
  await resolveCiliumChart(undefined, { log });
}
