import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Agent } from 'node:https';
import type { ApiServerAddress } from '../api/kubeconfig';

/** Connections to the API server, as the kubeconfig's user. */
export function upstreamAgent({
  caCertificate,
  credentials,
}: ApiServerAddress): Agent {
  return new Agent({
    keepAlive: true,
    ca: caCertificate,
    ...('token' in credentials
      ? {}
      : { cert: credentials.certificate, key: credentials.key }),
  });
}

/** The client's headers, with the proxy's own credentials. */
export function upstreamHeaders(
  { headers }: IncomingMessage,
  { credentials }: ApiServerAddress,
): OutgoingHttpHeaders {
  const { host, authorization, connection, ...rest } = headers;
  return 'token' in credentials
    ? { ...rest, authorization: `Bearer ${credentials.token}` }
    : rest;
}
