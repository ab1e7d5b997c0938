import type { IncomingMessage } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The body as it was before the server, or a proxy on the way, compressed it. */
export function decompressed(response: IncomingMessage): Readable {
  return response.headers['content-encoding'] === 'gzip'
    ? // Whoever reads it gets the errors of both.
      pipeline(response, createGunzip(), () => {})
    : response;
}
