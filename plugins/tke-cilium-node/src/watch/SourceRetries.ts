import { SnapshotSource } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { describeReference } from '../kubernetes/apiPath';
import { backoffDelay } from './backoff';
import { classifyFailure } from './classifyFailure';
import { pause } from './pause';
import { SourceOptions } from './SourceOptions';
import { WatchProtocolError } from './WatchProtocolError';

/** A server that asks for more patience than this is asked again all the same. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** What happens between two attempts on one source: what is said about it, and how long to wait. */
export class SourceRetries {
  readonly #options: SourceOptions;
  readonly #verbs: string;
  #attempt = 0;
  #failingSince: number | undefined;

  /** @param verbs - what the connection must be allowed to do, for example `"list"`. */
  static create(options: SourceOptions, verbs: string): SourceRetries {
    return new SourceRetries(options, verbs);
  }

  private constructor(options: SourceOptions, verbs: string) {
    this.#options = options;
    this.#verbs = verbs;
  }

  succeeded(): void {
    this.#attempt = 0;
    this.#failingSince = undefined;
  }

  /** A server that accepts watches and closes them at once must not be asked without a pause. */
  async afterEnd(startedAt: number): Promise<void> {
    const { timings } = this.#options;
    if (Date.now() - startedAt < timings.retry.baseMs) {
      await this.#backOff();
    } else {
      this.succeeded();
    }
  }

  /**
   * A watch broke that was open. It worked until now, whatever breaks it every minute, unless not
   * even a bookmark came.
   */
  async afterBreak(error: unknown, openedAt: number): Promise<void> {
    const lived = Date.now() - openedAt >= this.#options.timings.retry.baseMs;
    if (lived && !isSilence(error)) {
      this.succeeded();
    }
    await this.afterFailure(error, Date.now());
  }

  /** @param since - when it began not to work, in milliseconds */
  async afterFailure(error: unknown, since: number): Promise<void> {
    const { source, link, sink, kinds, timings, suspect } = this.#options;
    const failure = classifyFailure(error);
    this.#options.restarted(failure.kind);
    if (failure.kind === 'absent' && !kinds.has(source)) {
      this.succeeded();
      sink.setState({ state: 'absent' });
      await kinds.registered(source, timings.recheckIntervalMs, link.signal);
      return;
    }
    if (failure.kind === 'forbidden') {
      this.succeeded();
      sink.setState({
        state: 'forbidden',
        message: missingPermission(source, this.#verbs),
      });
      await pause(timings.recheckIntervalMs, link.signal);
      return;
    }
    if (failure.kind === 'connection') {
      suspect();
    }
    this.#failingSince ??= since;
    if (Date.now() - this.#failingSince >= timings.failureGraceMs) {
      sink.setState({ state: 'failed', message: failure.message });
    }
    await this.#backOff(failure.retryAfterMs);
  }

  async #backOff(leastMs = 0): Promise<void> {
    const { link, timings, random } = this.#options;
    this.#attempt += 1;
    await pause(
      Math.max(
        backoffDelay(this.#attempt, timings.retry, random),
        Math.min(leastMs, LONGEST_RETRY_AFTER_MS),
      ),
      link.signal,
    );
  }
}

function isSilence(error: unknown): boolean {
  return error instanceof WatchProtocolError && error.kind === 'silent';
}

function missingPermission(source: SnapshotSource, verbs: string): string {
  return `The connection may not read ${describeReference(
    source,
  )}. Grant its user the verbs ${verbs} on them.`;
}
