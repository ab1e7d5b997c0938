import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { sleepUnlessAborted } from '../retry/retryWithBackoff';
import type { CreationLock } from './CreationLock';
import { isAnswerLost } from './isAnswerLost';

/** How long lists may take to show what was made, and how often they are looked at. */
const LISTED_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 1_000;

/** Options of {@link createOnce}. */
export type CreateOnceOptions = {
  /** Names what is made, and where, for messages and to tell it from others. */
  what: string;
  /** Ids of what is there already and is meant. */
  find: () => Promise<string[]>;
  create: (signal: AbortSignal) => Promise<string>;
  lock: CreationLock;
  /** Called once when somebody else is making it. */
  onWait?: () => void;
  /** An earlier attempt may have made it a moment ago, so lists may not show it yet. */
  triedBefore?: boolean;
  signal: AbortSignal;
  /** Default 30 s. */
  listedWithinMs?: number;
};

/**
 * Makes something that costs money, unless it is there: the API takes no client token, so a call
 * whose answer was lost may have made it.
 *
 * @remarks
 * Looks first; after a lost answer looks again instead of making another; holds others back until
 * lists show what was made.
 *
 * @throws ConflictError when there are several; ServiceUnavailableError when it is not known whether
 * it was made
 */
export async function createOnce(
  options: CreateOnceOptions,
): Promise<{ id: string; created: boolean }> {
  const { what, lock, signal, onWait, triedBefore } = options;
  return lock.hold(what, { signal, onWait }, held =>
    lookAndCreate({
      ...options,
      signal: held.signal,
      triedBefore: triedBefore || held.inDoubt,
      leaveInDoubt: held.leaveInDoubt,
    }),
  );
}

async function lookAndCreate(
  options: CreateOnceOptions & { leaveInDoubt: () => void },
): Promise<{ id: string; created: boolean }> {
  const { what, find, triedBefore, signal } = options;
  signal.throwIfAborted();
  const present = triedBefore ? await lookFor(options) : await find();
  if (present.length > 0) {
    return { id: theOnly(present, what), created: false };
  }
  signal.throwIfAborted();
  let isInDoubt = true;
  try {
    const { id, lost } = await send(options).catch((error): never => {
      // What is cancelled while it is on its way may be carried out.
      isInDoubt = signal.aborted;
      throw error;
    });
    const made = await lookFor(options, id);
    if (lost && made.length === 0) {
      throw new ServiceUnavailableError(
        `It is not known whether ${what} was made: the answer was lost, and no list shows it. Run the phase again: it looks first.`,
        lost,
      );
    }
    // What lists do not show, the next attempt would make again.
    isInDoubt = id !== undefined && !made.includes(id);
    return { id: theOnly(made, what, id), created: true };
  } finally {
    if (isInDoubt) {
      options.leaveInDoubt();
    }
  }
}

/** What became of the call: the id of what it made, or an error that does not tell. */
type Sent = { id?: string; lost?: Error };

async function send({ create, signal }: CreateOnceOptions): Promise<Sent> {
  try {
    return { id: await create(signal) };
  } catch (error) {
    if (signal.aborted || !isAnswerLost(error)) {
      throw error;
    }
    return { lost: error as Error };
  }
}

/** Looks until there is something, or this very one, or the time is over. */
export async function lookFor(
  {
    find,
    signal,
    listedWithinMs = LISTED_WITHIN_MS,
  }: Pick<CreateOnceOptions, 'find' | 'signal' | 'listedWithinMs'>,
  id?: string,
): Promise<string[]> {
  const deadline = Date.now() + listedWithinMs;
  for (;;) {
    const found = await find();
    const isThere = id === undefined ? found.length > 0 : found.includes(id);
    if (isThere || Date.now() + LOOK_EVERY_MS > deadline) {
      return found;
    }
    await sleepUnlessAborted(LOOK_EVERY_MS, signal);
  }
}

function theOnly(ids: string[], what: string, mine?: string): string {
  const all = [...new Set([...ids, ...(mine ? [mine] : [])])];
  if (all.length > 1) {
    throw new ConflictError(
      `There are several of ${what}: ${all.join(', ')}.${
        mine ? ` This phase made ${mine}.` : ''
      } Keep one, delete the others in the console, then run the phase again.`,
    );
  }
  return all[0];
}
