import { Agent, request as httpsRequest } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { readKubeconfig, type ApiServerAddress } from './kubeconfig';
import type { KubernetesObject } from './kubernetesObject';
import { collectionPath, objectPath } from './resources';

/** The API server refused a request. */
export class ApiServerError extends Error {
  constructor(
    readonly method: string,
    readonly path: string,
    readonly status: number,
    readonly reason: string,
    message: string,
  ) {
    super(`${method} ${path}: ${status} ${reason}: ${message}`);
    this.name = 'ApiServerError';
  }
}

/** Options of one request. */
export type RequestOptions = {
  body?: unknown;
  contentType?: string;
  signal?: AbortSignal;
};

// A request that gets no answer for this long is given up; the control plane is on this machine.
const TIMEOUT_MILLISECONDS = 30_000;
const BUSY_ATTEMPTS = 30;
const BUSY_MILLISECONDS = 300;

/**
 * A small client of one API server, for the parts that make and play the local cluster.
 *
 * @remarks
 * On purpose not the client library that the product uses: what plays TKE and Cilium must not share
 * the product's faults, and has to start in a few milliseconds inside every test.
 */
export class ApiServerClient {
  readonly #address: ApiServerAddress;
  readonly #agent: Agent;
  readonly #userAgent: string;

  private constructor(address: ApiServerAddress, userAgent: string) {
    this.#address = address;
    this.#userAgent = userAgent;
    this.#agent = new Agent({ keepAlive: true, maxSockets: 48 });
  }

  static create(
    address: ApiServerAddress,
    userAgent = 'local-cluster',
  ): ApiServerClient {
    return new ApiServerClient(address, userAgent);
  }

  static async fromKubeconfig(
    path: string,
    userAgent?: string,
  ): Promise<ApiServerClient> {
    return ApiServerClient.create(await readKubeconfig(path), userAgent);
  }

  /** Closes idle connections. */
  close(): void {
    this.#agent.destroy();
  }

  /** The object, or `undefined` when it, or its kind, does not exist. */
  async get<T extends KubernetesObject>(path: string): Promise<T | undefined> {
    try {
      return (await this.request('GET', path)) as T;
    } catch (error) {
      if (isStatus(error, 404)) {
        return undefined;
      }
      throw error;
    }
  }

  /** All objects of a collection; none when the kind is not served. */
  async list<T extends KubernetesObject>(
    apiVersion: string,
    kind: string,
    namespace?: string,
    query = '',
  ): Promise<T[]> {
    const path = collectionPath(apiVersion, kind, namespace) + query;
    const list = await this.get<KubernetesObject & { items: T[] }>(path);
    return (list?.items ?? []).map(item => ({ ...item, apiVersion, kind }));
  }

  /** Creates the object; leaves it alone when it is already there. */
  async ensure<T extends KubernetesObject>(object: T): Promise<void> {
    try {
      await this.create(object);
    } catch (error) {
      if (!isStatus(error, 409)) {
        throw error;
      }
    }
  }

  async create<T extends KubernetesObject>(object: T): Promise<T> {
    const { apiVersion, kind, metadata } = object;
    const path = collectionPath(apiVersion, kind, metadata.namespace);
    return (await this.request('POST', path, { body: object })) as T;
  }

  /** Merge patch. Lists replace. */
  async patch(path: string, body: unknown): Promise<KubernetesObject> {
    return (await this.request('PATCH', path, {
      body,
      contentType: 'application/merge-patch+json',
    })) as KubernetesObject;
  }

  /** Deletes the object; content when it is already gone. */
  async delete(
    object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>,
    options: { gracePeriodSeconds?: number } = {},
  ): Promise<void> {
    try {
      await this.request('DELETE', objectPath(object), {
        body: { apiVersion: 'v1', kind: 'DeleteOptions', ...options },
      });
    } catch (error) {
      if (!isStatus(error, 404)) {
        throw error;
      }
    }
  }

  /**
   * Sends a request and gives the parsed body. Asks again while the API server is too busy, as it is
   * for a moment after a CRD is registered ("storage is (re)initializing").
   */
  async request(
    method: string,
    path: string,
    options: RequestOptions = {},
  ): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#requestOnce(method, path, options);
      } catch (error) {
        if (!isStatus(error, 429) || attempt === BUSY_ATTEMPTS) {
          throw error;
        }
        await new Promise(resolve => setTimeout(resolve, BUSY_MILLISECONDS));
      }
    }
  }

  async #requestOnce(
    method: string,
    path: string,
    options: RequestOptions,
  ): Promise<unknown> {
    const response = await this.stream(method, path, options);
    const chunks: Buffer[] = [];
    for await (const chunk of response) {
      chunks.push(chunk as Buffer);
    }
    const text = Buffer.concat(chunks).toString('utf8');
    const status = response.statusCode ?? 0;
    const json = response.headers['content-type']?.includes('json');
    if (status >= 400) {
      const body = json ? (JSON.parse(text) as Record<string, string>) : {};
      throw new ApiServerError(
        method,
        path,
        status,
        body.reason ?? 'Unknown',
        body.message ?? text.slice(0, 500),
      );
    }
    return json ? JSON.parse(text) : text;
  }

  /** Sends a request and gives the response as it comes. The caller reads it to its end or destroys it. */
  stream(
    method: string,
    path: string,
    options: RequestOptions & { timeout?: number } = {},
  ): Promise<IncomingMessage> {
    const { credentials, server, caCertificate } = this.#address;
    const payload =
      options.body === undefined ? undefined : JSON.stringify(options.body);
    return new Promise((resolve, reject) => {
      const request = httpsRequest(
        new URL(path, server),
        {
          method,
          agent: this.#agent,
          ca: caCertificate,
          ...('token' in credentials
            ? {}
            : { cert: credentials.certificate, key: credentials.key }),
          signal: options.signal,
          timeout: options.timeout ?? TIMEOUT_MILLISECONDS,
          headers: {
            accept: 'application/json',
            'user-agent': this.#userAgent,
            ...('token' in credentials
              ? { authorization: `Bearer ${credentials.token}` }
              : {}),
            ...(payload === undefined
              ? {}
              : {
                  'content-type': options.contentType ?? 'application/json',
                  'content-length': Buffer.byteLength(payload),
                }),
          },
        },
        resolve,
      );
      request.on('timeout', () =>
        request.destroy(new Error(`${method} ${path}: no answer`)),
      );
      request.on('error', reject);
      request.end(payload);
    });
  }
}

/** Whether the error is the API server's answer with this HTTP status. */
export function isStatus(error: unknown, status: number): boolean {
  return error instanceof ApiServerError && error.status === status;
}
