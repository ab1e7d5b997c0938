/** A sign of life: a number that goes up while the replica lives. */
export type Heartbeat = { replicaId: string; heartbeat: number };

type Seen = { heartbeat: number; sinceMs: number };

/**
 * Finds replicas that show no sign of life. It compares no clocks: what counts is how long this
 * process itself, on its own monotonic clock, saw the same number.
 */
export class HeartbeatMonitor {
  readonly #silentAfterMs: number;
  readonly #maximumGapMs: number;
  #seen = new Map<string, Seen>();
  #lastMs: number | undefined;

  /**
   * @param options - `silentAfterMs`: as long as this the number must not change.
   *   `maximumGapMs`: after looking away for longer than this everything is forgotten, since then
   *   this process was paused, or the database was away for everybody.
   */
  static create(options: {
    silentAfterMs: number;
    maximumGapMs: number;
  }): HeartbeatMonitor {
    return new HeartbeatMonitor(options.silentAfterMs, options.maximumGapMs);
  }

  private constructor(silentAfterMs: number, maximumGapMs: number) {
    this.#silentAfterMs = silentAfterMs;
    this.#maximumGapMs = maximumGapMs;
  }

  /**
   * @param heartbeats - as they were just read
   * @param nowMs - when they were read, on a monotonic clock
   * @returns those that are silent for too long
   */
  observe(heartbeats: readonly Heartbeat[], nowMs: number): Heartbeat[] {
    const lookedAway =
      this.#lastMs !== undefined && nowMs - this.#lastMs > this.#maximumGapMs;
    const before = lookedAway ? new Map<string, Seen>() : this.#seen;
    this.#lastMs = nowMs;
    this.#seen = new Map(
      heartbeats.map(({ replicaId, heartbeat }) => {
        const seen = before.get(replicaId);
        return [
          replicaId,
          seen?.heartbeat === heartbeat ? seen : { heartbeat, sinceMs: nowMs },
        ];
      }),
    );
    return heartbeats.filter(({ replicaId }) => {
      const sinceMs = this.#seen.get(replicaId)?.sinceMs ?? nowMs;
      return nowMs - sinceMs >= this.#silentAfterMs;
    });
  }
}
