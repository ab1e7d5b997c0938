import type { BenchBackend } from '../stand/BenchBackend';

/** An open page, as far as a backend notices it. */
export interface Page {
  /** What its browser had to decode so far. */
  readonly decodedBytes: number;
  /** How often it had an error to show instead of an answer. It asks again. */
  readonly failures: number;
  close(): Promise<void>;
}

/** Opens one page, and resolves when it has something to show. */
export type OpenPage = (backend: BenchBackend) => Promise<Page>;
