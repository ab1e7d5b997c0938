import { SnapshotSource } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Bell } from './Bell';

/**
 * Which custom kinds the API server serves, as the watch of the CRDs tells. Lets the watch of a
 * kind that is not served sleep until it is, without asking again and again.
 */
export class RegisteredKinds {
  readonly #changed = Bell.create();
  #names: ReadonlySet<string> | undefined;

  static create(): RegisteredKinds {
    return new RegisteredKinds();
  }

  private constructor() {}

  /** @param names - of all CRDs */
  set(names: readonly string[]): void {
    this.#names = new Set(names);
    this.#changed.ring();
  }

  has({ plural, apiVersion }: SnapshotSource): boolean {
    return this.#names?.has(`${plural}.${apiVersion.split('/')[0]}`) ?? false;
  }

  /**
   * Waits until the kind is registered or the signal fires. While the CRDs have never been read,
   * perhaps because they may not be, it returns after `recheckMs` at the latest.
   */
  async registered(
    source: SnapshotSource,
    recheckMs: number,
    signal: AbortSignal,
  ): Promise<void> {
    while (!this.has(source) && !signal.aborted) {
      const known = this.#names !== undefined;
      await this.#changed.rung(signal, {
        milliseconds: known ? undefined : recheckMs,
      });
      if (!known && this.#names === undefined) {
        return;
      }
    }
  }
}
