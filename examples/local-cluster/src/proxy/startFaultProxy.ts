import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as httpsRequest } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { rm } from 'node:fs/promises';
import { readKubeconfig, writeKubeconfig } from '../api/kubeconfig';
import { createAuthority, issue, USAGE } from '../pki/certificates';
import { answerStatus } from './answerStatus';
import { applyFault } from './applyFault';
import type { StreamFault } from './faults';
import { LastingFaults } from './LastingFaults';
import { Relay } from './Relay';
import { ProxyRules, type ProxyRule } from './rules';
import { upstreamAgent, upstreamHeaders } from './upstream';

/**
 * A proxy in front of a real API server that breaks requests on demand.
 *
 * @public
 */
export type FaultProxy = {
  /** Kubeconfig whose server is the proxy. */
  readonly kubeconfigPath: string;
  /** How many clients' connections are open now. */
  readonly openConnections: number;
  /** Breaks the requests to come that the rule describes. Of several rules that match, the oldest counts. */
  inject(rule: ProxyRule): void;
  /** Breaks the watches that are open now. */
  breakWatches(fault: StreamFault): void;
  /**
   * Forgets all rules. Requests that hang and answers that are silent are reset; what is late goes
   * on at once.
   */
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
  const lasting = LastingFaults.create();
  const watches = new Set<Relay>();
  // Only the bare socket can be reset; the TLS socket on top of it can only be closed.
  const connections = new Map<number | undefined, Socket>();

  const pass = (
    request: IncomingMessage,
    response: ServerResponse,
    relayOptions: { reset(): void; fault?: StreamFault },
  ) => {
    const { reset, fault } = relayOptions;
    const outgoing = httpsRequest(
      new URL(request.url ?? '/', upstream.server),
      {
        method: request.method,
        agent,
        headers: upstreamHeaders(request, upstream),
      },
      incoming => {
        const relay = Relay.start(incoming, response, { lasting, reset });
        if (fault) {
          relay.break(fault);
        }
        if (/[?&]watch=(1|true)/.test(request.url ?? '')) {
          watches.add(relay);
          response.on('close', () => watches.delete(relay));
        }
      },
    );
    outgoing.on('error', () => request.destroy());
    response.on('close', () => outgoing.destroy());
    request.pipe(outgoing);
  };

  const server = createServer({ cert, key }, (request, response) => {
    if (request.headers.authorization !== `Bearer ${token}`) {
      answerStatus(response, 401, 'Unauthorized');
      return;
    }
    const connection = connections.get(request.socket.remotePort);
    const reset = () => void connection?.resetAndDestroy();
    applyFault(rules.take(request.method ?? '', request.url ?? ''), response, {
      lasting,
      reset,
      pass: fault => pass(request, response, { reset, fault }),
    });
  });
  server.on('connection', (socket: Socket) => {
    const port = socket.remotePort;
    connections.set(port, socket);
    socket.once('close', () => connections.delete(port));
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

  return {
    kubeconfigPath,
    get openConnections() {
      return connections.size;
    },
    inject: rule => rules.add(rule),
    breakWatches: fault => watches.forEach(watch => watch.break(fault)),
    heal: () => {
      rules.clear();
      lasting.heal();
    },
    stop: async () => {
      rules.clear();
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
