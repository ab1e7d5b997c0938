import { isError } from '@backstage/errors';
import { isKubernetesError } from '../kubernetes/KubernetesError';
import { WatchProtocolError } from './WatchProtocolError';

/**
 * What a failed request means to a watch.
 *
 * - `gone`: the resource version is too old; list again
 * - `absent`: the API server does not serve this kind of object
 * - `forbidden`: the connection may not read it
 * - `overloaded`: the API server asks for patience
 * - `refused`: the API server answered with another error
 * - `malformed`: what it sent cannot be read, so events may be lost; list again
 * - `connection`: no answer, or one that says nothing about the collection; is the cluster there?
 *
 * @public
 */
export type WatchFailure = {
  kind:
    | 'gone'
    | 'absent'
    | 'forbidden'
    | 'overloaded'
    | 'refused'
    | 'malformed'
    | 'connection';
  message: string;
  /** Least wait that the API server asked for, in milliseconds. */
  retryAfterMs?: number;
};

/** Sorts whatever a request or a stream threw. */
export function classifyFailure(error: unknown): WatchFailure {
  const message = isError(error) ? error.message : String(error);
  if (error instanceof WatchProtocolError) {
    const kind = error.kind === 'malformed' ? 'malformed' : 'connection';
    return { kind, message };
  }
  if (!isKubernetesError(error)) {
    return { kind: 'connection', message };
  }
  return {
    kind: kindOfStatus(error.status),
    message,
    retryAfterMs:
      error.retryAfterSeconds === undefined
        ? undefined
        : error.retryAfterSeconds * 1000,
  };
}

function kindOfStatus(status: number | undefined): WatchFailure['kind'] {
  switch (status) {
    case undefined:
    case 401:
      return 'connection';
    case 403:
      return 'forbidden';
    case 404:
      return 'absent';
    case 410:
      return 'gone';
    case 429:
      return 'overloaded';
    default:
      return 'refused';
  }
}
