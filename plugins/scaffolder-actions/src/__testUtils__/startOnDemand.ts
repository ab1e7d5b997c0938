/**
 * Starts a backend, which is being loaded, at the first line on standard input. Ends with whoever
 * could write that.
 */
export function startOnDemand(backend: { start(): Promise<unknown> }): void {
  process.stdin.once('data', () => backend.start());
  process.stdin.once('end', () => process.exit());
}
