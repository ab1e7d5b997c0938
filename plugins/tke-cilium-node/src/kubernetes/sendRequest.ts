import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { FIELD_MANAGER } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ApiServerAccess } from '../connections/ApiServerAccess';
import { decompressed } from './decompressed';
import { KubernetesError } from './KubernetesError';
import { RawRequest } from './types';

const HEAD_TIMEOUT_MS = 20_000;
const LONGEST_ERROR_BODY = 64 * 1024;

/** What an error says was tried. */
export type RequestSubject = {
  clusterId: string;
  verb: string;
  object: string;
};

/** A request whose answer may come compressed: whoever reads it uses {@link readBody}. */
export type SentRequest = RawRequest & { compressed?: boolean };

/**
 * Sends one request and resolves with the head of a 2xx answer. Anything else is a
 * {@link KubernetesError}, or the reason of the signal when it was aborted.
 */
export async function sendRequest(
  access: ApiServerAccess,
  request: SentRequest,
  subject: RequestSubject,
): Promise<IncomingMessage> {
  const response = await readHead(access, request, subject);
  const status = response.statusCode ?? 0;
  if (status >= 200 && status < 300) {
    return response;
  }
  throw await answerError(response, status, subject, request.signal);
}

/** Reads the whole body as text. */
export async function readBody(
  response: IncomingMessage,
  subject: RequestSubject,
  signal?: AbortSignal,
): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of decompressed(response)) {
      chunks.push(chunk);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw connectionError(error, subject);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** An error of the connection, not of the server. */
export function connectionError(
  error: unknown,
  subject: RequestSubject,
): KubernetesError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new KubernetesError({
    ...subject,
    reason: code ?? 'ConnectionFailed',
    detail: message || 'the connection failed',
    cause: error,
  });
}

async function readHead(
  access: ApiServerAccess,
  request: SentRequest,
  subject: RequestSubject,
): Promise<IncomingMessage> {
  const { signal, headTimeoutMs = HEAD_TIMEOUT_MS } = request;
  signal?.throwIfAborted();
  const body =
    request.body === undefined ? undefined : JSON.stringify(request.body);
  return new Promise((resolve, reject) => {
    const outgoing = https.request(urlOf(access.server, request), {
      method: request.method ?? 'GET',
      agent: access.agent,
      signal,
      headers: {
        ...access.headers,
        accept: request.accept ?? 'application/json',
        'user-agent': FIELD_MANAGER,
        ...(request.compressed && { 'accept-encoding': 'gzip' }),
        ...(body !== undefined && {
          'content-type': request.contentType ?? 'application/json',
          'content-length': Buffer.byteLength(body),
        }),
      },
    });
    // Not the socket's own timeout: it starts after the connection is made, and bytes reset it.
    const timer = setTimeout(() => {
      outgoing.destroy(
        Object.assign(
          new Error(`no answer within ${headTimeoutMs / 1000} seconds`),
          { code: 'Timeout' },
        ),
      );
    }, headTimeoutMs);
    outgoing.once('response', response => {
      clearTimeout(timer);
      resolve(response);
    });
    outgoing.on('error', error => {
      clearTimeout(timer);
      reject(signal?.aborted ? signal.reason : connectionError(error, subject));
    });
    outgoing.end(body);
  });
}

function urlOf(server: URL, request: RawRequest): URL {
  const url = new URL(server);
  url.pathname = server.pathname.replace(/\/$/, '') + request.path;
  for (const [key, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) {
      url.searchParams.set(key, String(value));
    }
  }
  return url;
}

async function answerError(
  response: IncomingMessage,
  status: number,
  subject: RequestSubject,
  signal?: AbortSignal,
): Promise<KubernetesError> {
  let text = '';
  try {
    for await (const chunk of decompressed(response)) {
      text += chunk;
      if (text.length > LONGEST_ERROR_BODY) {
        response.destroy();
        break;
      }
    }
  } catch {
    signal?.throwIfAborted();
    // The status is known; what the server wanted to add is lost.
  }
  const answer = parseStatus(text);
  const retryAfter = Number(response.headers['retry-after']);
  return new KubernetesError({
    ...subject,
    status,
    reason: answer?.reason ?? response.statusMessage ?? 'Unknown',
    detail: answer?.message ?? `the server answered ${status}`,
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
  });
}

/** The server answers with a Status object; proxies in front of it answer with anything. */
function parseStatus(
  text: string,
): { reason?: string; message?: string } | undefined {
  try {
    const answer = JSON.parse(text);
    if (answer?.kind !== 'Status') {
      return undefined;
    }
    return {
      reason: answer.reason || undefined,
      message: answer.message || undefined,
    };
  } catch {
    return undefined;
  }
}
