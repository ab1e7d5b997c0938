/**
 * Every wait of the watch engine, in milliseconds. Tests shorten them.
 *
 * @public
 */
export type WatchTimings = {
  /** For how long a cluster whose kubeconfig does not exist is taken for one that is being started. */
  startGraceMs: number;
  /** How long an API server may take to start answering. */
  connectTimeoutMs: number;
  /** How long an API server may take to send one page of a list. */
  listTimeoutMs: number;
  /**
   * How long an open watch may be silent before it is taken for dead. An API server sends a
   * bookmark every minute; on Kubernetes 1.34 the first one of a watch took up to 123 s.
   */
  idleTimeoutMs: number;
  /** How long one watch request is asked to live, before jitter of ±20 %. */
  watchLifetimeMs: number;
  /** After how long a collection is listed again although nothing went wrong, before jitter of ±20 %. */
  resyncIntervalMs: number;
  /** First and longest wait between two attempts on one collection. */
  retry: { baseMs: number; capMs: number };
  /** First and longest wait between two attempts to reach an API server that does not answer. */
  reconnect: { baseMs: number; capMs: number };
  /** How often to look whether the credentials changed; asks no API server. */
  credentialsCheckMs: number;
  /** How long a collection may fail before it is reported as failed. */
  failureGraceMs: number;
  /** How often a collection that may not be read, or is not served, is tried again. */
  recheckIntervalMs: number;
  /** Least time between two snapshots. */
  snapshotIntervalMs: number;
  /** Least time between two counts of a big collection; a count that takes long is made less often. */
  countIntervalMs: number;
  /**
   * How old a Pod is before its CiliumEndpoint is missed: the agent makes it with the sandbox of the
   * Pod, a moment after the Pod.
   */
  podGraceMs: number;
  /** How often to count again while Pods are not managed: somebody is likely to restart them. */
  unmanagedRecountMs: number;
  /** Least time between two confirmations that nothing changed. */
  confirmIntervalMs: number;
};

/**
 * Timings for production.
 *
 * @remarks
 * A dead API server costs one short request every 2.5 to 5 s; an idle one costs the re-opening of
 * its watches every five minutes.
 *
 * @public
 */
export const DEFAULT_WATCH_TIMINGS: WatchTimings = {
  startGraceMs: 900_000,
  connectTimeoutMs: 10_000,
  listTimeoutMs: 30_000,
  idleTimeoutMs: 150_000,
  watchLifetimeMs: 300_000,
  resyncIntervalMs: 1_800_000,
  retry: { baseMs: 500, capMs: 30_000 },
  reconnect: { baseMs: 500, capMs: 5_000 },
  credentialsCheckMs: 10_000,
  failureGraceMs: 3_000,
  recheckIntervalMs: 300_000,
  snapshotIntervalMs: 200,
  countIntervalMs: 15_000,
  podGraceMs: 30_000,
  unmanagedRecountMs: 60_000,
  confirmIntervalMs: 10_000,
};
