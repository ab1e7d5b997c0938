import { SignalApi, SignalSubscriber } from '@backstage/plugin-signals-react';
import {
  ClusterResponse,
  READINESS_CHANNEL,
  ReadinessSignal,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeCiliumApi } from '../api';
import { pollDelay } from './pollDelay';
import {
  keepsLastKnown,
  RequestFailure,
  toRequestFailure,
} from './RequestFailure';

/** What is known about a cluster in this browser. */
export type ClusterFeedState = {
  /** The newest answer. Stays when a later request fails for want of an answer. */
  cluster?: ClusterResponse;
  /** The last request failed. */
  failure?: RequestFailure;
  /** A request is under way. */
  fetching: boolean;
};

/** A burst of signals becomes one request per this many milliseconds. */
const MINIMUM_SPACING = 400;
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

/**
 * Keeps what this browser knows about one cluster up to date while somebody looks at it.
 *
 * Signals are hints: the state always comes from the permission-checked route. A request starts on
 * the first subscription, on a signal with a revision not seen yet, when the tab or the network
 * comes back, and on a timer ({@link pollDelay}). Never more than one runs at a time.
 *
 * The last answer stays when nobody looks, so that going from the card to the tab shows content at
 * once.
 */
export class ClusterFeed {
  readonly #api: TkeCiliumApi;
  readonly #signals: SignalApi | undefined;
  readonly #clusterId: string;
  readonly #listeners = new Set<() => void>();

  #state: ClusterFeedState = { fetching: false };
  #request: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #subscription: SignalSubscriber | undefined;
  #signalledRevision: number | undefined;
  #signalled = false;
  #quiet = 0;
  #failures = 0;
  #startedAt = -Infinity;
  #stopListening: (() => void) | undefined;
  #lingering: ReturnType<typeof setTimeout> | undefined;

  static create(options: {
    api: TkeCiliumApi;
    /** `undefined`: the app has no signals. */
    signals: SignalApi | undefined;
    clusterId: string;
  }): ClusterFeed {
    return new ClusterFeed(options.api, options.signals, options.clusterId);
  }

  private constructor(
    api: TkeCiliumApi,
    signals: SignalApi | undefined,
    clusterId: string,
  ) {
    this.#api = api;
    this.#signals = signals;
    this.#clusterId = clusterId;
  }

  readonly getState = (): ClusterFeedState => this.#state;

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
    this.#subscription = this.#signals?.subscribe<ReadinessSignal>(
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
    if (signal.clusterId !== this.#clusterId) {
      return;
    }
    this.#signalledRevision = signal.revision;
    this.#signalled = true;
    this.#catchUp();
  }

  /** Asks when a signal named a revision that is not the one known, now or as soon as allowed. */
  #catchUp() {
    if (
      document.hidden ||
      this.#request ||
      this.#signalledRevision === undefined ||
      this.#signalledRevision === this.#state.cluster?.revision
    ) {
      return;
    }
    this.#schedule(Math.max(0, this.#startedAt + MINIMUM_SPACING - Date.now()));
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
    const answersRevision = this.#signalledRevision;
    this.#update({ ...this.#state, fetching: true });
    const timeout = setTimeout(
      () => request.abort(new Error('The backend did not answer in 15 s')),
      REQUEST_TIMEOUT,
    );
    try {
      const cluster = await untilAborted(
        this.#api.getCluster(this.#clusterId, { signal: request.signal }),
        request.signal,
      );
      if (this.#request !== request) {
        return;
      }
      this.#takeNote(cluster);
      this.#failures = 0;
      this.#update({ cluster, fetching: false });
    } catch (error) {
      if (this.#request !== request) {
        return;
      }
      const failure = toRequestFailure(error);
      this.#failures += 1;
      this.#signalled = false;
      this.#quiet = 0;
      this.#update({
        cluster: keepsLastKnown(failure) ? this.#state.cluster : undefined,
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
        phase: this.#state.cluster?.phase,
        random: Math.random(),
      }),
    );
    // Only for a signal that came after this request had left: the answer may be older than it.
    if (this.#signalledRevision !== answersRevision && !this.#failures) {
      this.#catchUp();
    }
  }

  /**
   * Whether there is news, and whether a signal announced it. An app may have the signals client
   * but no signals backend, or a socket that is about to reconnect; nothing tells but a change that
   * came without a signal.
   */
  #takeNote(cluster: ClusterResponse) {
    const known = this.#state.cluster?.revision;
    if (known === cluster.revision) {
      this.#quiet += 1;
      return;
    }
    this.#quiet = 0;
    if (known !== undefined && this.#signalledRevision !== cluster.revision) {
      this.#signalled = false;
    }
  }

  #update(state: ClusterFeedState) {
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
