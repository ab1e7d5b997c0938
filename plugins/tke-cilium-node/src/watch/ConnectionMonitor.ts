import { AccessPendingError } from '../connections/AccessPendingError';
import { ClusterConnection } from '../connections/ClusterConnections';
import { unlessAborted } from '../retry/unlessAborted';
import { backoffDelay } from './backoff';
import { Bell } from './Bell';
import { classifyFailure } from './classifyFailure';
import { pause } from './pause';
import { WatchTimings } from './timings';

/**
 * A time during which the API server answered. Everything that was learnt over it ends with it.
 */
export type Link = {
  connection: ClusterConnection;
  /** Fires when the API server does not answer any more, or the watch is stopped. */
  signal: AbortSignal;
};

type ProbeFailure = {
  message: string;
  /** Whether the way to the API server is only not there yet. */
  pending: boolean;
};

/** Options of {@link ConnectionMonitor}. */
export type ConnectionMonitorOptions = {
  /** Called for each attempt, so that a connection that changed is taken up. */
  connect(): Promise<ClusterConnection>;
  /** The API server answered. `isNew`: over a link in which nothing was read yet. */
  onConnected(facts: { kubernetesVersion: string; isNew: boolean }): void;
  onUnreachable(message: string): void;
  /** The way to the cluster is not there yet, for not longer than `startGraceMs`. */
  onPending(message: string): void;
  timings: WatchTimings;
  random(): number;
  signal: AbortSignal;
};

/**
 * Decides, for all watches of one cluster together, whether its API server answers.
 *
 * @remarks
 * Without it a dead cluster would be knocked at by each of its watches, and one collection with a
 * broken conversion webhook would look like a dead cluster. It asks for `/version`, and only at the
 * start, when a watch suspects that the cluster is gone, and while it is.
 *
 * A link also ends when the credentials change: they may lead to another API server, where the
 * resource versions of the first mean something else.
 */
export class ConnectionMonitor {
  readonly #options: ConnectionMonitorOptions;
  #link:
    | (Link & { controller: AbortController; kubeconfig: string })
    | undefined;
  #waiting: ((link: Link | undefined) => void)[] = [];
  readonly #suspicion = Bell.create();
  readonly #startedAt = Date.now();
  #wasConnected = false;

  static create(options: ConnectionMonitorOptions): ConnectionMonitor {
    return new ConnectionMonitor(options);
  }

  private constructor(options: ConnectionMonitorOptions) {
    this.#options = options;
  }

  /** The current link, or the next one. `undefined` when the watch is stopped. */
  async link(): Promise<Link | undefined> {
    if (this.#options.signal.aborted) {
      return undefined;
    }
    if (this.#link) {
      return this.#link;
    }
    return new Promise(resolve => {
      this.#waiting.push(resolve);
    });
  }

  /** Has the API server asked whether it is still there. */
  suspect(link: Link): void {
    if (link === this.#link) {
      this.#suspicion.ring();
    }
  }

  /** Runs until the watch is stopped. */
  async run(): Promise<void> {
    const { signal, timings, random } = this.#options;
    let attempt = 0;
    while (!signal.aborted) {
      const since = this.#suspicion.rings;
      const failure = await this.#probe();
      if (failure === undefined) {
        attempt = 0;
        await this.#suspicionOrChange(since);
        // One watch that fails again and again must not become a stream of probes.
        await pause(backoffDelay(1, timings.reconnect, random), signal);
      } else {
        attempt += 1;
        this.#drop();
        if (!signal.aborted) {
          this.#report(failure);
        }
        await pause(backoffDelay(attempt, timings.reconnect, random), signal);
      }
    }
    this.#drop();
    this.#resolveWaiting(undefined);
  }

  /** A cluster that is being started is not lost; one that was there, or never comes, is. */
  #report({ pending, message }: ProbeFailure): void {
    const { onPending, onUnreachable, timings } = this.#options;
    const isStarting =
      !this.#wasConnected &&
      Date.now() - this.#startedAt < timings.startGraceMs;
    (pending && isStarting ? onPending : onUnreachable)(message);
  }

  /** @returns why the API server does not answer, or `undefined` when it does */
  async #probe(): Promise<ProbeFailure | undefined> {
    const { connect, onConnected, signal, timings } = this.#options;
    try {
      const connection = await connect();
      const kubeconfig = await unlessAborted(connection.kubeconfig(), signal);
      const { gitVersion } = await connection.kubernetes.serverVersion({
        signal,
        timeoutMs: timings.connectTimeoutMs,
        attempts: 1,
      });
      this.#wasConnected = true;
      const isNew = this.#link?.kubeconfig !== kubeconfig;
      onConnected({ kubernetesVersion: gitVersion, isNew });
      if (isNew) {
        this.#drop();
        this.#open(connection, kubeconfig);
      }
      return undefined;
    } catch (error) {
      return {
        message: classifyFailure(error).message,
        pending: error instanceof AccessPendingError,
      };
    }
  }

  /** Waits until a watch is suspicious, or the credentials are others. Asks no API server. */
  async #suspicionOrChange(since: number): Promise<void> {
    const { signal, timings } = this.#options;
    let changed = false;
    while (!changed && !signal.aborted && this.#suspicion.rings === since) {
      await this.#suspicion.rung(signal, {
        milliseconds: timings.credentialsCheckMs,
        since,
      });
      changed = await this.#credentialsChanged();
    }
  }

  async #credentialsChanged(): Promise<boolean> {
    try {
      const connection = await this.#options.connect();
      const kubeconfig = await unlessAborted(
        connection.kubeconfig(),
        this.#options.signal,
      );
      return kubeconfig !== this.#link?.kubeconfig;
    } catch {
      // They are gone. The probe says why.
      return true;
    }
  }

  #open(connection: ClusterConnection, kubeconfig: string): void {
    const controller = new AbortController();
    const { signal } = controller;
    this.#link = { connection, signal, controller, kubeconfig };
    this.#resolveWaiting(this.#link);
  }

  #drop(): void {
    this.#link?.controller.abort();
    this.#link = undefined;
  }

  #resolveWaiting(link: Link | undefined): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) {
      resolve(link);
    }
  }
}
