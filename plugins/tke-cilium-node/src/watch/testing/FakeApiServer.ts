import http from 'node:http';
import { AddressInfo, Socket } from 'node:net';

/** What a client asked for. */
export type FakeRequest = {
  kind: 'version' | 'list' | 'watch';
  path: string;
  query: URLSearchParams;
};

/** Takes the place of the ordinary answer: an HTTP error, or no answer at all. */
export type FakeAnswer =
  | { status: number; headers?: Record<string, string> }
  | 'hang'
  | 'reset';

type FakeObject = {
  metadata: { name: string; resourceVersion?: string };
  [key: string]: unknown;
};

type OpenWatch = { path: string; response: http.ServerResponse };

/**
 * Speaks as much of a Kubernetes API server as a watch needs, and every kind of trouble on request.
 * Custom kinds answer 404 until {@link FakeApiServer.serve} is called.
 */
export class FakeApiServer {
  readonly requests: FakeRequest[] = [];
  /** Looks at each request first. */
  intercept: (request: FakeRequest) => FakeAnswer | undefined = () => undefined;
  #revision = 100;
  readonly #objects = new Map<string, Map<string, FakeObject>>();
  readonly #served = new Set<string>();
  readonly #watches = new Set<OpenWatch>();
  readonly #sockets = new Set<Socket>();
  #server: http.Server | undefined;
  #port = 0;

  static async start(): Promise<FakeApiServer> {
    const server = new FakeApiServer();
    await server.start();
    return server;
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${this.#port}`);
  }

  /** Requests of a kind for a path that ends so. */
  asked(kind: FakeRequest['kind'], ending = ''): FakeRequest[] {
    return this.requests.filter(
      request => request.kind === kind && request.path.endsWith(ending),
    );
  }

  get openWatches(): number {
    return this.#watches.size;
  }

  /** Listens, on the same port as before. */
  async start(): Promise<void> {
    const server = http.createServer((request, response) =>
      this.#answer(request, response),
    );
    server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>(resolve => {
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Dies without a word to anybody. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    const closed = new Promise(resolve => server?.close(resolve) ?? resolve(0));
    this.resetConnections();
    await closed;
  }

  resetConnections(): void {
    for (const socket of this.#sockets) {
      socket.resetAndDestroy();
    }
  }

  /** Serves a custom kind from now on. */
  serve(path: string): void {
    this.#served.add(path);
  }

  put(path: string, object: FakeObject): void {
    const objects = this.#collection(path);
    const { name } = object.metadata;
    const type = objects.has(name) ? 'MODIFIED' : 'ADDED';
    objects.set(name, this.#stamp(object));
    this.#send(path, { type, object: objects.get(name) });
  }

  delete(path: string, name: string): void {
    const objects = this.#collection(path);
    const object = objects.get(name);
    objects.delete(name);
    if (object) {
      this.#send(path, { type: 'DELETED', object: this.#stamp(object) });
    }
  }

  /** Changes the collection while nobody sees it. */
  putUnseen(path: string, object: FakeObject): void {
    this.#collection(path).set(object.metadata.name, this.#stamp(object));
  }

  bookmark(path: string): void {
    this.#revision += 1;
    this.#send(path, {
      type: 'BOOKMARK',
      object: { metadata: { resourceVersion: String(this.#revision) } },
    });
  }

  /** Sends an ERROR event, the way an API server ends a watch whose version is too old. */
  sendError(path: string, code: number): void {
    this.#send(path, {
      type: 'ERROR',
      object: { kind: 'Status', code, reason: 'Expired', message: 'too old' },
    });
  }

  /** Sends bytes as they are. */
  sendRaw(path: string, text: string): void {
    for (const watch of this.#watches) {
      if (watch.path === path) {
        watch.response.write(text);
      }
    }
  }

  #answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    const { pathname: path, searchParams: query } = new URL(
      request.url ?? '/',
      this.url,
    );
    const asked: FakeRequest = { kind: kindOf(path, query), path, query };
    this.requests.push(asked);
    const special = this.intercept(asked) ?? this.#notServed(path);
    if (special === 'hang') {
      return;
    }
    if (special === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (special) {
      response.writeHead(special.status, special.headers);
      response.end(
        JSON.stringify({ kind: 'Status', message: `says ${special.status}` }),
      );
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    switch (asked.kind) {
      case 'version':
        response.end(JSON.stringify({ gitVersion: 'v1.34.4-tke.1' }));
        break;
      case 'watch': {
        const watch = { path, response };
        this.#watches.add(watch);
        const life = setTimeout(
          () => response.end(),
          Number(query.get('timeoutSeconds')) * 1000,
        );
        response.once('close', () => {
          clearTimeout(life);
          this.#watches.delete(watch);
        });
        response.flushHeaders();
        this.#replay(watch, Number(query.get('resourceVersion')));
        break;
      }
      default:
        response.end(JSON.stringify(this.#list(path, query)));
    }
  }

  #list(path: string, query: URLSearchParams) {
    const all = [...this.#collection(path).values()];
    const start = Number(query.get('continue') ?? 0);
    const end = start + Number(query.get('limit') ?? all.length);
    const rest = Math.max(0, all.length - end);
    return {
      metadata: {
        resourceVersion: String(this.#revision),
        continue: rest ? String(end) : undefined,
        remainingItemCount:
          rest && !query.has('labelSelector') && !query.has('fieldSelector')
            ? rest
            : undefined,
      },
      items: all.slice(start, end),
      // For who asks for a table.
      rows: all.slice(start, end),
    };
  }

  /** What changed after the version that the watch starts from; deletions are forgotten. */
  #replay({ path, response }: OpenWatch, resourceVersion: number): void {
    for (const object of this.#collection(path).values()) {
      if (Number(object.metadata.resourceVersion) > resourceVersion) {
        response.write(`${JSON.stringify({ type: 'MODIFIED', object })}\n`);
      }
    }
  }

  #notServed(path: string): FakeAnswer | undefined {
    const custom = /cilium\.io|karpenter|node\.tke/.test(path);
    return custom && !this.#served.has(path) ? { status: 404 } : undefined;
  }

  #collection(path: string): Map<string, FakeObject> {
    const objects = this.#objects.get(path) ?? new Map<string, FakeObject>();
    this.#objects.set(path, objects);
    return objects;
  }

  #stamp(object: FakeObject): FakeObject {
    this.#revision += 1;
    const resourceVersion = String(this.#revision);
    return { ...object, metadata: { ...object.metadata, resourceVersion } };
  }

  #send(path: string, event: unknown): void {
    this.sendRaw(path, `${JSON.stringify(event)}\n`);
  }
}

function kindOf(path: string, query: URLSearchParams): FakeRequest['kind'] {
  if (path === '/version') {
    return 'version';
  }
  return query.has('watch') ? 'watch' : 'list';
}
