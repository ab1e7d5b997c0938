import { randomBytes } from 'node:crypto';
import type {
  IncomingMessage,
  OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http';
import { Agent, createServer, request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { rm } from 'node:fs/promises';
import {
  readKubeconfig,
  writeKubeconfig,
  type ApiServerAddress,
} from '../api/kubeconfig';
import { createAuthority, issue, USAGE } from '../pki/certificates';
import { ProxyRules, type ProxyFault, type ProxyRule } from './rules';

/**
 * A proxy in front of a real API server that breaks requests on demand.
 *
 * @public
 */
export type FaultProxy = {
  /** Kubeconfig whose server is the proxy. */
  readonly kubeconfigPath: string;
  /** Breaks the requests that the rule describes. Of several rules that match, the oldest counts. */
  inject(rule: ProxyRule): void;
  /** Ends the watches that are open now, by resetting their connections. */
  dropWatches(): void;
  /** Forgets all rules; requests that hang are reset. */
  heal(): void;
  stop(): Promise<void>;
};

/**
 * Starts a TLS proxy on loopback in front of the API server of a kubeconfig. It acts as that
 * kubeconfig's user.
 *
 * @public
 */
export async function startFaultProxy(options: {
  kubeconfigPath: string;
}): Promise<FaultProxy> {
  const upstream = await readKubeconfig(options.kubeconfigPath);
  const agent = upstreamAgent(upstream);
  const authority = await createAuthority();
  const { certificate: cert, key } = await issue(authority, 'CN=fault-proxy', {
    usage: USAGE.server,
    alternativeNames: [{ type: 'ip', value: '127.0.0.1' }],
  });
  // The proxy acts as the kubeconfig's user, so it must not act for everybody on this machine.
  const token = randomBytes(24).toString('hex');
  const rules = ProxyRules.create();
  const hanging = new Set<IncomingMessage>();
  const watches = new Set<ServerResponse>();

  const pass = (request: IncomingMessage, response: ServerResponse) => {
    const outgoing = httpsRequest(
      new URL(request.url ?? '/', upstream.server),
      {
        method: request.method,
        agent,
        headers: upstreamHeaders(request, upstream),
      },
      incoming => {
        response.writeHead(incoming.statusCode ?? 502, incoming.headers);
        // Without it the head of a watch waits for the first event.
        response.flushHeaders();
        incoming.pipe(response);
        // What breaks there breaks here, in the same way.
        incoming.on('error', () => response.destroy());
      },
    );
    outgoing.on('error', () => request.destroy());
    response.on('close', () => outgoing.destroy());
    if (/[?&]watch=(1|true)/.test(request.url ?? '')) {
      watches.add(response);
      response.on('close', () => watches.delete(response));
    }
    request.pipe(outgoing);
  };

  const server = createServer({ cert, key }, (request, response) => {
    if (request.headers.authorization !== `Bearer ${token}`) {
      answer(response, 401, 'Unauthorized');
      return;
    }
    const fault = rules.take(request.method ?? '', request.url ?? '');
    if (fault?.kind === 'hang') {
      hanging.add(request);
      request.on('close', () => hanging.delete(request));
    }
    applyFault(fault, request, response, () => pass(request, response));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const kubeconfigPath = `${options.kubeconfigPath}.proxy-${port}`;
  await writeKubeconfig(kubeconfigPath, 'fault-proxy', {
    server: `https://127.0.0.1:${port}`,
    caCertificate: authority.certificate.toString('pem'),
    credentials: { token },
  });

  const heal = () => {
    rules.clear();
    hanging.forEach(request => request.destroy());
  };
  return {
    kubeconfigPath,
    inject: rule => rules.add(rule),
    dropWatches: () => watches.forEach(response => response.destroy()),
    heal,
    stop: async () => {
      heal();
      const closed = new Promise<void>(resolve => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      agent.destroy();
      await closed;
      await rm(kubeconfigPath, { force: true });
    },
  };
}

function applyFault(
  fault: ProxyFault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  pass: () => void,
): void {
  switch (fault?.kind) {
    case 'status':
      answer(response, fault.status, 'FaultProxy', fault.retryAfterSeconds);
      return;
    case 'reset':
      request.destroy();
      return;
    case 'hang':
      return;
    case 'delay':
      setTimeout(pass, fault.milliseconds);
      return;
    default:
      pass();
  }
}

/** The client's headers, with the proxy's own credentials. */
function upstreamHeaders(
  { headers }: IncomingMessage,
  { credentials }: ApiServerAddress,
): OutgoingHttpHeaders {
  const { host, authorization, connection, ...rest } = headers;
  return 'token' in credentials
    ? { ...rest, authorization: `Bearer ${credentials.token}` }
    : rest;
}

/** Answers as the API server does: with a Status object. */
function answer(
  response: ServerResponse,
  code: number,
  reason: string,
  retryAfterSeconds?: number,
): void {
  response.writeHead(code, {
    'content-type': 'application/json',
    ...(retryAfterSeconds === undefined
      ? {}
      : { 'retry-after': String(retryAfterSeconds) }),
  });
  response.end(
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Status',
      metadata: {},
      status: 'Failure',
      message: `the fault proxy answers ${code}`,
      reason,
      code,
    }),
  );
}

function upstreamAgent({
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
