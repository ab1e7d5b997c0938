import { ServerResponse } from 'node:http';
import { ApiError } from '../server/ApiError';
import { denialOf, isDenial } from './denial';

/** A way to fail. */
export type Fault =
  /** An error of the API. */
  | { code: string; message?: string }
  /** Another HTTP status than 200, with a page for people in it. */
  | { status: number }
  /** The connection is cut. */
  | 'reset'
  /** No answer, until the client gives up. */
  | 'hang'
  /** An answer without `Response`. */
  | 'empty'
  /** HTTP 200 with a page for people. */
  | 'page'
  /** What was asked for is done, and then the connection is cut. */
  | 'reset-after-success'
  /** What was asked for is done, and no answer comes. */
  | 'hang-after-success';

/** Which requests fail, and how. */
export type FaultRule = {
  action: string;
  fault: Fault;
  /** How many of them. Default 1. */
  times?: number;
  /** How many are let through before. Default 0. */
  skip?: number;
};

/** Whether the request is carried out all the same. */
export function isAfterSuccess(fault: Fault): boolean {
  return fault === 'reset-after-success' || fault === 'hang-after-success';
}

/**
 * Fails a request.
 *
 * @returns what the journal says of it
 * @throws {@link ApiError} for an error of the API
 */
export function applyFault(
  fault: Fault,
  action: string,
  response: ServerResponse,
): string {
  if (typeof fault !== 'string') {
    if ('code' in fault) {
      const message = isDenial(fault.code)
        ? denialOf(action)
        : 'Asked to fail.';
      throw new ApiError(fault.code, fault.message ?? message);
    }
    response.writeHead(fault.status, { 'Content-Type': 'text/html' });
    response.end('<html>Not today</html>');
    return `HTTP ${fault.status}`;
  }
  switch (fault) {
    case 'reset':
    case 'reset-after-success':
      response.socket?.resetAndDestroy();
      break;
    case 'empty':
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end('{}');
      break;
    case 'page':
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<html>Please log in</html>');
      break;
    default:
    // A request that hangs ends when the client gives up or the server stops.
  }
  return fault;
}
