/**
 * Calls an action at most once per interval, and always once more after the last request: the last
 * state wins.
 */
export class Throttle {
  readonly #intervalMs: number;
  readonly #action: () => void;
  #timer: NodeJS.Timeout | undefined;
  #lastMs = -Infinity;

  static create(intervalMs: number, action: () => void): Throttle {
    return new Throttle(intervalMs, action);
  }

  private constructor(intervalMs: number, action: () => void) {
    this.#intervalMs = intervalMs;
    this.#action = action;
  }

  request(): void {
    if (this.#timer === undefined) {
      const sinceLastMs = performance.now() - this.#lastMs;
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#lastMs = performance.now();
        this.#action();
      }, Math.max(0, this.#intervalMs - sinceLastMs));
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
