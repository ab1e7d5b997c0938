/** Who holds a lock, and how often it has shown that it is alive. */
export type Sighting = { holder: string; beat: number };

/** A longer part of the time between two looks is the looker's own standstill, and says nothing. */
const LONGEST_GAP = 1 / 5;

/** Tells whether the holder of a lock has died, by nothing but how long it was seen not to change. */
export class AbandonedWatch {
  readonly #abandonedAfterMs: number;
  #last: (Sighting & { at: number; silentForMs: number }) | undefined;

  static create(options: { abandonedAfterMs: number }): AbandonedWatch {
    return new AbandonedWatch(options.abandonedAfterMs);
  }

  private constructor(abandonedAfterMs: number) {
    this.#abandonedAfterMs = abandonedAfterMs;
  }

  /** @param now - of a clock that only goes forward, in milliseconds */
  isAbandoned({ holder, beat }: Sighting, now: number): boolean {
    const last = this.#last;
    const silentForMs =
      last?.holder === holder && last.beat === beat
        ? last.silentForMs +
          Math.min(now - last.at, LONGEST_GAP * this.#abandonedAfterMs)
        : 0;
    this.#last = { holder, beat, at: now, silentForMs };
    return silentForMs >= this.#abandonedAfterMs;
  }
}
