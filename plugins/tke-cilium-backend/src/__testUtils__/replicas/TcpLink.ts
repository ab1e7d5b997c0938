import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';

/** A way through the network to a server on loopback, which can be cut. */
export class TcpLink {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isCut = false;

  static async create(port: number): Promise<TcpLink> {
    const server = createServer();
    const link = new TcpLink(server, port);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return link;
  }

  private constructor(server: Server, port: number) {
    this.#server = server;
    server.on('connection', near => {
      const far = connect(port, '127.0.0.1');
      for (const [from, to] of [
        [near, far],
        [far, near],
      ]) {
        this.#sockets.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          this.#sockets.delete(from);
          to.destroy();
        });
        if (this.#isCut) {
          from.unpipe(to);
          from.pause();
        }
      }
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** As a cable that is pulled out: nothing gets through, and nobody is told. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) {
      socket.unpipe();
      socket.pause();
    }
  }

  /** New connections get through. Those that were cut are dead, as after a router's restart. */
  heal(): void {
    this.#isCut = false;
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }

  async stop(): Promise<void> {
    this.heal();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
