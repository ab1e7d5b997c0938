import { ProxyRule, StreamFault } from '@tke-cilium/local-cluster';
import { FAST_TIMINGS } from '../watch/testing/observeWatch';
import { WatchTimings } from '../watch/timings';

/** Waits that are short, and that tell one watchdog from another. */
export const TROUBLED_TIMINGS: WatchTimings = {
  ...FAST_TIMINGS,
  connectTimeoutMs: 500,
  listTimeoutMs: 700,
  idleTimeoutMs: 60_000,
  credentialsCheckMs: 60_000,
  retry: { baseMs: 20, capMs: 200 },
  reconnect: { baseMs: 20, capMs: 200 },
  countIntervalMs: 200,
  failureGraceMs: 10_000,
};

/** Something that happens to an API server, and how long the watch engine may take to get over it. */
export type Trouble = {
  what: string;
  /** What happens to the watches that are open. */
  open: StreamFault;
  /** What happens to the requests that come after that. Default: nothing. */
  next?: ProxyRule;
  /** When it is over. Default: the engine must get over it while it lasts. */
  healAfterMs?: number;
  /** From then until the snapshot is right, at most, besides the time that the requests take. */
  waitMs(timings: WatchTimings): number;
  /** Why it takes so long. */
  because: string;
  timings?: Partial<WatchTimings>;
};

const WATCH = /[?&]watch=/;
const LIST = /[?&]limit=/;
const REFUSED_WATCHES = 12;

const retry = {
  waitMs: ({ retry: { capMs } }: WatchTimings) => capMs,
  because: 'a collection is tried again after the longest backoff',
};
const reconnect = {
  waitMs: (timings: WatchTimings) =>
    timings.reconnect.capMs + timings.retry.capMs,
  because:
    'the API server is asked again, and then the collection, each after its longest backoff',
};

/** Every trouble that the watch engine must get over. */
export const TROUBLES: Trouble[] = [
  { what: 'watches are reset', open: { kind: 'reset' }, ...retry },
  {
    what: 'every request is reset',
    open: { kind: 'reset' },
    next: { fault: { kind: 'reset' } },
    healAfterMs: 500,
    ...reconnect,
  },
  { what: 'watches are cut off', open: { kind: 'cut' }, ...retry },
  {
    what: 'every answer is cut off',
    open: { kind: 'cut' },
    next: { fault: { kind: 'cut' } },
    healAfterMs: 500,
    ...reconnect,
  },
  {
    what: 'nothing is answered',
    open: { kind: 'reset' },
    next: { fault: { kind: 'hang' } },
    healAfterMs: 1_200,
    ...reconnect,
  },
  {
    what: 'watches are not answered',
    open: { kind: 'reset' },
    next: { fault: { kind: 'hang' }, path: WATCH, times: REFUSED_WATCHES },
    waitMs: timings => timings.connectTimeoutMs + timings.retry.capMs,
    because: 'the watchdog of the connection gives up, and then the backoff',
  },
  {
    what: 'watches fall silent and stay open',
    open: { kind: 'silence' },
    timings: { idleTimeoutMs: 800 },
    waitMs: timings => timings.idleTimeoutMs + timings.retry.capMs,
    because: 'the idle watchdog gives up, and then the backoff',
  },
  {
    what: 'watches are silent from the start',
    open: { kind: 'reset' },
    next: { fault: { kind: 'silence' }, path: WATCH, times: REFUSED_WATCHES },
    timings: { idleTimeoutMs: 800 },
    waitMs: timings => timings.idleTimeoutMs + timings.retry.capMs,
    because: 'the idle watchdog gives up, and then the backoff',
  },
  {
    what: 'lists begin and do not end',
    open: { kind: 'gone' },
    next: { fault: { kind: 'silence' }, path: LIST, times: REFUSED_WATCHES },
    waitMs: timings => timings.listTimeoutMs + timings.retry.capMs,
    because: 'the watchdog of a list gives up, and then the backoff',
  },
  {
    what: 'watches are slow',
    open: { kind: 'slow', milliseconds: 150 },
    waitMs: () => 10 * 150,
    because: 'no collection here has more than ten events on their way',
  },
  {
    what: 'every request is slow',
    open: { kind: 'reset' },
    next: { fault: { kind: 'delay', milliseconds: 150 } },
    waitMs: timings => timings.retry.capMs + 3 * 150,
    because: 'the probe, a list and a watch may follow each other',
  },
  {
    what: 'the API server answers 429',
    open: { kind: 'reset' },
    next: { fault: { kind: 'status', status: 429, retryAfterSeconds: 1 } },
    healAfterMs: 500,
    waitMs: () => 1_000,
    because:
      'it was asked to wait for a second, which is longer than any backoff',
  },
  {
    what: 'the API server answers 500',
    open: { kind: 'reset' },
    next: { fault: { kind: 'status', status: 500 } },
    healAfterMs: 500,
    ...reconnect,
  },
  {
    what: 'watches say 410 in their stream',
    open: { kind: 'gone' },
    ...retry,
  },
  {
    what: 'watches are answered 410',
    open: { kind: 'reset' },
    next: {
      fault: { kind: 'status', status: 410 },
      path: WATCH,
      times: REFUSED_WATCHES,
    },
    ...retry,
  },
  {
    what: 'watches say 410 as soon as they are open',
    open: { kind: 'reset' },
    next: { fault: { kind: 'gone' }, path: WATCH },
    healAfterMs: 500,
    ...retry,
  },
  {
    what: 'watches carry garbage',
    open: { kind: 'garbage' },
    ...retry,
  },
  {
    what: 'every answer is garbage',
    open: { kind: 'garbage' },
    next: { fault: { kind: 'garbage' } },
    healAfterMs: 500,
    ...reconnect,
  },
];
