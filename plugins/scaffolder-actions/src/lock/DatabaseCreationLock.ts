import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  CreationLock,
  HeartbeatMonitor,
  HeldCreation,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { Knex } from 'knex';

const TABLE = 'tke_cilium_creation';
/** Stands for a holder that has gone and does not know whether it made the thing. */
const IN_DOUBT = 'in doubt';

/** Who makes what, and how often it has shown that it is alive. */
type Row = { what: string; holder: string; beat: number };

/** How fast the lock notices things, in milliseconds. */
export type LockTimings = {
  /** How often a holder shows that it is alive. */
  beatEveryMs: number;
  /** A holder that could not show it for so long stops. */
  lostAfterMs: number;
  /** A holder that others have not seen alive for so long has died. */
  silentAfterMs: number;
  /** Who did not look for longer than this begins to count anew. */
  maximumGapMs: number;
  /** How often others look. */
  lookEveryMs: number;
};

const TIMINGS: LockTimings = {
  beatEveryMs: 2_000,
  lostAfterMs: 10_000,
  silentAfterMs: 20_000,
  maximumGapMs: 4_000,
  lookEveryMs: 500,
};

/**
 * A lock among all Backstage processes on one database: a row per thing that is being made. Every
 * change is one conditional statement, so that of two processes only one succeeds.
 *
 * @remarks
 * Clocks are never compared: others count how long a row has not changed. A holder that has lost the
 * database stops well before others take over, and who takes over looks for what the dead one may
 * have made. Only a process that is suspended between its last look and its call, and goes on after
 * half a minute, could still make a second one; the phase then names both.
 */
export class DatabaseCreationLock implements CreationLock {
  readonly #db: Knex;
  readonly #timings: LockTimings;

  /** @param db - with the table of this module's migrations */
  static create(db: Knex, timings = TIMINGS): DatabaseCreationLock {
    return new DatabaseCreationLock(db, timings);
  }

  private constructor(db: Knex, timings: LockTimings) {
    this.#db = db;
    this.#timings = timings;
  }

  async hold<T>(
    what: string,
    options: { signal: AbortSignal; onWait?: () => void },
    work: (held: HeldCreation) => Promise<T>,
  ): Promise<T> {
    const holder = randomUUID();
    const lost = new AbortController();
    let isInDoubt = false;
    try {
      const { inDoubt } = await this.#acquire(what, holder, options);
      const beating = this.#keepBeating(what, holder, lost);
      try {
        return await work({
          signal: AbortSignal.any([options.signal, lost.signal]),
          inDoubt,
          leaveInDoubt: () => {
            isInDoubt = true;
          },
        });
      } finally {
        clearInterval(beating);
      }
    } finally {
      // Should that fail, others take over as from a holder that died.
      const row = this.#db<Row>(TABLE).where({ what, holder });
      await (isInDoubt ? row.update({ holder: IN_DOUBT }) : row.delete()).catch(
        () => {},
      );
    }
  }

  async #acquire(
    what: string,
    holder: string,
    { signal, onWait }: { signal: AbortSignal; onWait?: () => void },
  ): Promise<{ inDoubt: boolean }> {
    const { lookEveryMs } = this.#timings;
    const monitor = HeartbeatMonitor.create(this.#timings);
    for (let looks = 0; ; looks += 1) {
      signal.throwIfAborted();
      await this.#db<Row>(TABLE)
        .insert({ what, holder, beat: 0 })
        .onConflict('what')
        .ignore();
      const row = await this.#db<Row>(TABLE).where({ what }).first();
      if (row?.holder === holder) {
        return { inDoubt: false };
      }
      const seen = row ? [{ id: row.holder, beat: row.beat }] : [];
      const gone =
        row?.holder === IN_DOUBT
          ? seen
          : monitor.observe(seen, performance.now());
      for (const { id, beat } of gone) {
        const taken = await this.#db<Row>(TABLE)
          .where({ what, holder: id, beat })
          .update({ holder, beat: 0 });
        if (taken > 0) {
          return { inDoubt: true };
        }
      }
      if (looks === 0) {
        onWait?.();
      }
      await sleep(lookEveryMs, undefined, { signal }).catch(() =>
        signal.throwIfAborted(),
      );
    }
  }

  /** Shows that the holder is alive, and ends its work when that cannot be shown. */
  #keepBeating(
    what: string,
    holder: string,
    lost: AbortController,
  ): NodeJS.Timeout {
    const { beatEveryMs, lostAfterMs } = this.#timings;
    let lastBeat = performance.now();
    const beat = async () => {
      const begun = performance.now();
      const rows = await this.#db<Row>(TABLE)
        .where({ what, holder })
        .increment('beat');
      if (rows === 0) {
        lost.abort(lockLost(what));
      } else {
        lastBeat = begun;
      }
    };
    return setInterval(() => {
      if (performance.now() - lastBeat > lostAfterMs) {
        lost.abort(lockLost(what));
      } else {
        // A database that does not answer is noticed by the time since the last beat.
        beat().catch(() => {});
      }
    }, beatEveryMs);
  }
}

function lockLost(what: string): Error {
  return new ServiceUnavailableError(
    `This backend lost the database while it was making ${what}, so another one may be making it by now. Run the phase again: it looks first.`,
  );
}
