/**
 * What happens to an answer while it is sent.
 *
 * - `reset`: its connection is reset
 * - `cut`: its connection is closed in order, but before the answer has come to its end
 * - `silence`: its connection stays open, and nothing comes any more until the fault is healed
 * - `slow`: each part of it comes so much later than the one before
 * - `garbage`: bytes that are no JSON come in between
 * - `gone`: for watches: an ERROR event with a Status of code 410 ends it, as when its resource
 *   version is too old
 *
 * @public
 */
export type StreamFault =
  | { kind: 'reset' }
  | { kind: 'cut' }
  | { kind: 'silence' }
  | { kind: 'slow'; milliseconds: number }
  | { kind: 'garbage' }
  | { kind: 'gone' };

/**
 * What happens to a request.
 *
 * - `status`: it is answered with this HTTP status, and `Retry-After` if said so
 * - `hang`: it gets no answer until the fault is healed
 * - `delay`: it is passed on, later
 * - `reset`: its connection is reset; it never reaches the API server
 * - any other {@link StreamFault}: it is passed on, and its answer suffers right after its head
 *
 * @public
 */
export type ProxyFault =
  | { kind: 'status'; status: number; retryAfterSeconds?: number }
  | { kind: 'hang' }
  | { kind: 'delay'; milliseconds: number }
  | StreamFault;
