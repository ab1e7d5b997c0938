import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 500;

/** What was in the databases of a backend at any time: of a lock nothing is left at the end. */
export class SeenDatabases {
  readonly #texts = new Map<string, Set<string>>();

  static create(): SeenDatabases {
    return new SeenDatabases();
  }

  private constructor() {}

  /** All that was seen, by table. */
  get tables(): [table: string, text: string][] {
    return Array.from(this.#texts, ([table, texts]) => [
      table,
      [...texts].join('\n'),
    ]);
  }

  /** Looks again and again until the work is done, and once more. */
  async watch<T>(
    backend: { readDatabases(): Promise<Map<string, string>> },
    work: Promise<T>,
  ): Promise<T> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    // Who waits for the work hears of its failure.
    done.catch(() => {});
    for (let isLast = false; !isLast; ) {
      isLast = isDone;
      for (const [table, text] of await backend.readDatabases()) {
        const texts = this.#texts.get(table) ?? new Set();
        this.#texts.set(table, texts.add(text));
      }
      await Promise.race([sleep(LOOK_EVERY_MS), done.catch(() => {})]);
    }
    return done;
  }
}
