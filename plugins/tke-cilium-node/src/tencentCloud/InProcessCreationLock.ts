import type { CreationLock, HeldCreation } from './CreationLock';

/** A lock among those who share this object. @public */
export class InProcessCreationLock implements CreationLock {
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #inDoubt = new Set<string>();

  static create(): InProcessCreationLock {
    return new InProcessCreationLock();
  }

  private constructor() {}

  async hold<T>(
    what: string,
    options: { signal: AbortSignal; onWait?: () => void },
    work: (held: HeldCreation) => Promise<T>,
  ): Promise<T> {
    const { signal, onWait } = options;
    const before = this.#running.get(what);
    if (before) {
      onWait?.();
    }
    const mine = (before ?? Promise.resolve())
      .catch(() => {})
      .then(() => {
        signal.throwIfAborted();
        return work({
          signal,
          inDoubt: this.#inDoubt.delete(what),
          leaveInDoubt: () => this.#inDoubt.add(what),
        });
      });
    this.#running.set(what, mine);
    try {
      return await mine;
    } finally {
      if (this.#running.get(what) === mine) {
        this.#running.delete(what);
      }
    }
  }
}
