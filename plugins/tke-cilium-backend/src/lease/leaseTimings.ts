/** Times of {@link LeaseCoordinator}, in milliseconds. */
export type LeaseTimings = {
  /** How often a replica shows that it is alive, and looks at the others. */
  everyMs: number;
  /** How long the database may take to answer. */
  answerMs: number;
  /** A replica that reached the database as long ago as this stops its watches. */
  aloneAfterMs: number;
  /** A replica that is silent for this long is replaced. More than `aloneAfterMs`. */
  silentAfterMs: number;
  /** Who did not look for longer than this was away itself. More than `everyMs` and `answerMs`. */
  maximumGapMs: number;
  /** A cluster is not read anew more often than this, however often somebody asks. */
  refreshEveryMs: number;
  /** How long a clean stop may take. */
  stopMs: number;
};

/**
 * A replica that dies is replaced after 8 to 10 seconds: its last heartbeat is seen up to one
 * second late, its silence up to one second late.
 */
export const DEFAULT_LEASE_TIMINGS: LeaseTimings = {
  everyMs: 1_000,
  answerMs: 3_000,
  aloneAfterMs: 6_000,
  silentAfterMs: 8_000,
  maximumGapMs: 5_000,
  refreshEveryMs: 10_000,
  stopMs: 5_000,
};
