import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import {
  connect,
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';

/**
 * A way to an API server on which the bytes are counted as they go over the
 * wire: encrypted, and compressed where the client asked for it.
 */
export class MeteredLink {
  /** Kubeconfig that leads over this link. */
  readonly kubeconfigPath: string;
  readonly #server: Server;
  readonly #sockets: Set<Socket>;
  readonly #meter: { bytes: number };

  static async open(kubeconfigPath: string): Promise<MeteredLink> {
    const kubeconfig = await readFile(kubeconfigPath, 'utf8');
    const [address, port] = /https:\/\/127\.0\.0\.1:(\d+)/.exec(kubeconfig) ?? [
      '',
    ];
    const meter = { bytes: 0 };
    const sockets = new Set<Socket>();
    const server = createServer(near => {
      const far = connect(Number(port), '127.0.0.1');
      far.on('data', chunk => {
        meter.bytes += chunk.length;
      });
      join(near, far, sockets);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const here = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const path = `${kubeconfigPath}.metered`;
    await writeFile(path, kubeconfig.replaceAll(address, here), {
      mode: 0o600,
    });
    return new MeteredLink(path, server, sockets, meter);
  }

  private constructor(
    kubeconfigPath: string,
    server: Server,
    sockets: Set<Socket>,
    meter: { bytes: number },
  ) {
    this.kubeconfigPath = kubeconfigPath;
    this.#server = server;
    this.#sockets = sockets;
    this.#meter = meter;
  }

  /** What the API server sent so far. */
  get bytes(): number {
    return this.#meter.bytes;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#sockets.forEach(socket => socket.destroy());
    await closed;
  }
}

function join(near: Socket, far: Socket, sockets: Set<Socket>): void {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ]) {
    sockets.add(from);
    from.pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  }
}
