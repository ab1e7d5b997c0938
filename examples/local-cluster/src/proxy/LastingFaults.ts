import type { ServerResponse } from 'node:http';

/** The faults that last until they are healed, or the client goes. */
export class LastingFaults {
  readonly #heals = new Set<() => void>();

  private constructor() {}

  static create(): LastingFaults {
    return new LastingFaults();
  }

  /** @param heal - called at most once, and not after the answer was closed */
  add(response: ServerResponse, heal: () => void): void {
    this.#heals.add(heal);
    response.once('close', () => this.#heals.delete(heal));
  }

  heal(): void {
    const heals = [...this.#heals];
    this.#heals.clear();
    heals.forEach(heal => heal());
  }
}
