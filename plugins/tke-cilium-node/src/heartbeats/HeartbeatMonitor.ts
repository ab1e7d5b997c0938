/** A sign of life of a process: a number that goes up while it lives. @public */
export type Heartbeat = { id: string; beat: number };

type Seen = { beat: number; sinceMs: number };

/**
 * Finds processes that show no sign of life to the others on their database. It compares no clocks:
 * what counts is how long this process itself, on its own monotonic clock, saw the same number.
 *
 * @public
 */
export class HeartbeatMonitor {
  readonly #silentAfterMs: number;
  readonly #maximumGapMs: number;
  #seen = new Map<string, Seen>();
  #lastMs: number | undefined;

  /** Creates one that has seen nothing yet. */
  static create(options: {
    /** Who did not change the number for so long is silent. */
    silentAfterMs: number;
    /**
     * After looking away for longer than this everything is forgotten, since then this process was
     * paused, or the database was away for everybody.
     */
    maximumGapMs: number;
  }): HeartbeatMonitor {
    return new HeartbeatMonitor(options.silentAfterMs, options.maximumGapMs);
  }

  private constructor(silentAfterMs: number, maximumGapMs: number) {
    this.#silentAfterMs = silentAfterMs;
    this.#maximumGapMs = maximumGapMs;
  }

  /**
   * Tells who is silent.
   *
   * @param heartbeats - as they were just read
   * @param nowMs - when they were read, on a monotonic clock
   * @returns those that are silent for too long
   */
  observe<Observed extends Heartbeat>(
    heartbeats: readonly Observed[],
    nowMs: number,
  ): Observed[] {
    const lookedAway =
      this.#lastMs !== undefined && nowMs - this.#lastMs > this.#maximumGapMs;
    const before = lookedAway ? new Map<string, Seen>() : this.#seen;
    this.#lastMs = nowMs;
    this.#seen = new Map(
      heartbeats.map(({ id, beat }) => {
        const seen = before.get(id);
        return [id, seen?.beat === beat ? seen : { beat, sinceMs: nowMs }];
      }),
    );
    return heartbeats.filter(({ id }) => {
      const sinceMs = this.#seen.get(id)?.sinceMs ?? nowMs;
      return nowMs - sinceMs >= this.#silentAfterMs;
    });
  }
}
