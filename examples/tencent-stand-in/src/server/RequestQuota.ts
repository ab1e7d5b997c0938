const WINDOW_MS = 1000;

/** Counts requests as the API does: so many a second for each action. */
export class RequestQuota {
  readonly #perSecond: number;
  readonly #times = new Map<string, number[]>();

  static create(perSecond: number): RequestQuota {
    return new RequestQuota(perSecond);
  }

  private constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** @returns whether there was one left */
  take(action: string, now: number): boolean {
    const recent = (this.#times.get(action) ?? []).filter(
      time => time > now - WINDOW_MS,
    );
    const allowed = recent.length < this.#perSecond;
    this.#times.set(action, allowed ? [...recent, now] : recent);
    return allowed;
  }
}
