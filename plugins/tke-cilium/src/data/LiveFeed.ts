import { SignalApi, SignalSubscriber } from '@backstage/plugin-signals-react';
import {
  READINESS_CHANNEL,
  ReadinessPhase,
  ReadinessSignal,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { pollDelay } from './pollDelay';
import {
  keepsLastKnown,
  RequestFailure,
  toRequestFailure,
} from './RequestFailure';

/** What is known in this browser. */
export type LiveFeedState<Value> = {
  /** The newest answer. Stays when a later request fails for want of an answer. */
  value?: Value;
  /** The last request failed. */
  failure?: RequestFailure;
  /** A request is under way. */
  fetching: boolean;
};

/** A request without an answer is given up after this many milliseconds, so the next can try. */
const REQUEST_TIMEOUT = 15_000;
/** An answer younger than this many milliseconds is not asked for again when the tab comes back. */
const FRESH_ENOUGH = 3_000;
/**
 * How long to go on listening after the last reader has left, in milliseconds. A change of theme or
 * of tab draws the page anew, and the signals client of Backstage closes its socket when nobody
 * listens and needs up to six seconds to open the next, during which signals are lost.
 */
const LINGER = 5_000;

/** Options of {@link LiveFeed.create}. */
export type LiveFeedOptions<Value> = {
  load(signal: AbortSignal): Promise<Value>;
  /** `undefined`: the app has no signals. */
  signals: SignalApi | undefined;
  /** Whether a signal about this cluster is any of our business. */
  concerns(clusterId: string): boolean;
  /** Revision of every cluster in an answer, by cluster id. */
  revisionsOf(value: Value): ReadonlyMap<string, number>;
  /** The phase that says how soon news can be expected. */
  phaseOf(value: Value): ReadinessPhase | undefined;
  /** A burst of signals becomes one request per this many milliseconds. */
  spacing: number;
};

/**
 * Keeps what this browser knows about one or many clusters up to date while somebody looks at it.
 *
 * Signals are hints: the state always comes from the permission-checked route. A request starts on
 * the first subscription, on a signal with a revision not seen yet, when the tab or the network
 * comes back, and on a timer ({@link pollDelay}). Never more than one runs at a time.
 *
 * The last answer stays when nobody looks, so that going from the card to the tab shows content at
 * once.
 */
export class LiveFeed<Value> {
  readonly #options: LiveFeedOptions<Value>;
  readonly #listeners = new Set<() => void>();

  #state: LiveFeedState<Value> = { fetching: false };
  #request: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #subscription: SignalSubscriber | undefined;
  /** The newest revision that a signal named, by cluster id. */
  readonly #announced = new Map<string, number>();
  #announcements = 0;
  #signalled = false;
  #quiet = 0;
  #failures = 0;
  #startedAt = -Infinity;
  #stopListening: (() => void) | undefined;
  #lingering: ReturnType<typeof setTimeout> | undefined;

  static create<Value>(options: LiveFeedOptions<Value>): LiveFeed<Value> {
    return new LiveFeed(options);
  }

  private constructor(options: LiveFeedOptions<Value>) {
    this.#options = options;
  }

  readonly getState = (): LiveFeedState<Value> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    clearTimeout(this.#lingering);
    if (!this.#stopListening) {
      this.#start();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        this.#lingering = setTimeout(() => this.#stop(), LINGER);
      }
    };
  };

  /** Asks now. */
  readonly refresh = (): void => {
    this.#fetch();
  };

  #start() {
    this.#subscription = this.#options.signals?.subscribe<ReadinessSignal>(
      READINESS_CHANNEL,
      signal => this.#onSignal(signal),
    );
    const onReturn = () => this.#onReturn();
    document.addEventListener('visibilitychange', onReturn);
    window.addEventListener('focus', onReturn);
    window.addEventListener('online', onReturn);
    this.#stopListening = () => {
      document.removeEventListener('visibilitychange', onReturn);
      window.removeEventListener('focus', onReturn);
      window.removeEventListener('online', onReturn);
    };
    this.#fetch();
  }

  #stop() {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
    this.#signalled = false;
    this.#stopListening?.();
    this.#stopListening = undefined;
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
    this.#state = { ...this.#state, fetching: false };
  }

  #onSignal(signal: ReadinessSignal) {
    if (!this.#options.concerns(signal.clusterId)) {
      return;
    }
    this.#announced.set(signal.clusterId, signal.revision);
    this.#announcements += 1;
    this.#signalled = true;
    this.#catchUp();
  }

  /** Asks when a signal named a revision that is not the one known, now or as soon as allowed. */
  #catchUp() {
    if (document.hidden || this.#request || !this.#hasNews()) {
      return;
    }
    const allowedAt = this.#startedAt + this.#options.spacing;
    this.#schedule(Math.max(0, allowedAt - Date.now()));
  }

  #hasNews(): boolean {
    const known = this.#revisions();
    return [...this.#announced].some(
      ([clusterId, revision]) =>
        // A cluster that is not in the answer is one that the reader may not see.
        !known || (known.has(clusterId) && known.get(clusterId) !== revision),
    );
  }

  #revisions(): ReadonlyMap<string, number> | undefined {
    const { value } = this.#state;
    return value && this.#options.revisionsOf(value);
  }

  #onReturn() {
    if (document.hidden || this.#request) {
      return;
    }
    if (Date.now() - this.#startedAt > FRESH_ENOUGH) {
      this.#quiet = 0;
      this.#fetch();
    } else {
      this.#catchUp();
    }
  }

  #schedule(delay: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // A hidden tab asks nobody; coming back to it does.
      if (!document.hidden) {
        this.#fetch();
      }
    }, delay);
  }

  async #fetch() {
    if (this.#request) {
      return;
    }
    clearTimeout(this.#timer);
    const request = new AbortController();
    this.#request = request;
    this.#startedAt = Date.now();
    const announcements = this.#announcements;
    this.#update({ ...this.#state, fetching: true });
    const timeout = setTimeout(
      () =>
        request.abort(
          new DOMException(
            'The backend did not answer in 15 s',
            'TimeoutError',
          ),
        ),
      REQUEST_TIMEOUT,
    );
    try {
      const value = await untilAborted(
        this.#options.load(request.signal),
        request.signal,
      );
      if (this.#request !== request) {
        return;
      }
      this.#takeNote(value);
      this.#failures = 0;
      this.#update({ value, fetching: false });
    } catch (error) {
      if (this.#request !== request) {
        return;
      }
      const failure = toRequestFailure(error);
      this.#failures += 1;
      this.#signalled = false;
      this.#quiet = 0;
      this.#update({
        value: keepsLastKnown(failure) ? this.#state.value : undefined,
        failure,
        fetching: false,
      });
    } finally {
      clearTimeout(timeout);
    }
    this.#request = undefined;
    this.#schedule(
      pollDelay({
        signalled: this.#signalled,
        quiet: this.#quiet,
        failures: this.#failures,
        phase: this.#state.value && this.#options.phaseOf(this.#state.value),
        random: Math.random(),
      }),
    );
    // Only for a signal that came after this request had left: the answer may be older than it.
    if (this.#announcements !== announcements && !this.#failures) {
      this.#catchUp();
    }
  }

  /**
   * Whether there is news, and whether a signal announced it. An app may have the signals client
   * but no signals backend, or a socket that is about to reconnect; nothing tells but a change that
   * came without a signal.
   */
  #takeNote(value: Value) {
    const known = this.#revisions();
    const next = this.#options.revisionsOf(value);
    const changed = [...next].filter(
      ([clusterId, revision]) => known?.get(clusterId) !== revision,
    );
    if (known?.size === next.size && changed.length === 0) {
      this.#quiet += 1;
      return;
    }
    this.#quiet = 0;
    if (
      known &&
      changed.some(([id, revision]) => this.#announced.get(id) !== revision)
    ) {
      this.#signalled = false;
    }
  }

  #update(state: LiveFeedState<Value>) {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}

/** Rejects when the signal aborts, even if what is waited for does not listen to it. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
    promise.then(resolve, reject);
  });
}
