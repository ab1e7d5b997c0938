/**
 * An abort signal that fires when nobody extends it for a while, or when its parent fires.
 *
 * @remarks
 * `AbortSignal.timeout` cannot be put off, and `AbortSignal.any` on a parent that lives as long as
 * the process collects its children there; this one lets go of the parent when it is disposed.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #parent: AbortSignal | undefined;
  readonly #reason: Error;
  #timer: NodeJS.Timeout | undefined;

  private constructor(parent: AbortSignal | undefined, reason: Error) {
    this.#parent = parent;
    this.#reason = reason;
  }

  /** @param reason - What the signal is aborted with when the time is over. */
  static start(
    parent: AbortSignal | undefined,
    milliseconds: number,
    reason: Error,
  ): Deadline {
    const deadline = new Deadline(parent, reason);
    if (parent?.aborted) {
      deadline.#followParent();
    } else {
      parent?.addEventListener('abort', deadline.#followParent, { once: true });
      deadline.extend(milliseconds);
    }
    return deadline;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Starts the wait again. */
  extend(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.#controller.abort(this.#reason),
      milliseconds,
    );
  }

  /** Ends the wait, and lets go of the parent. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#parent?.removeEventListener('abort', this.#followParent);
  }

  #followParent = () => {
    clearTimeout(this.#timer);
    this.#controller.abort(this.#parent?.reason);
  };
}
