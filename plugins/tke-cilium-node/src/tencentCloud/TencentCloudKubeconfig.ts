import { setTimeout as sleep } from 'node:timers/promises';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { parse, stringify } from 'yaml';
import { AccessPendingError } from '../connections/AccessPendingError';
import { accessFromKubeconfig } from '../connections/accessFromKubeconfig';
import { ApiServerAccess } from '../connections/ApiServerAccess';
import { isRefusal } from './failureOf';
import { maskAccountIds } from './maskAccountIds';
import { isClusterNotFound, isTencentCloudError } from './TencentCloudError';
import { TencentCloudApi } from './TencentCloudApi';

/** Which of a cluster's two API server addresses is used. @public */
export type ClusterEndpointKind = 'intranet' | 'public';

/** How long what the API said of a cluster is used before it is asked again. */
const REFRESH_MS = 10 * 60_000;
/** How long it is used at most while the API does not answer. */
const KEEP_MS = 60 * 60_000;
/** How long a request waits for what the API says now, before it goes on with what it said last. */
const PATIENCE_MS = 2_000;
/** How long the API is left alone after each attempt. */
const REST_MS = 30_000;

/** Options of {@link TencentCloudKubeconfig}. */
export type TencentCloudKubeconfigOptions = {
  clusterId: string;
  region: string;
  endpoint: ClusterEndpointKind;
  /** Name that the API server's certificate is checked against instead of its address. */
  tlsServerName?: string;
  api: TencentCloudApi;
  /** Milliseconds. Default: the clock. */
  now?: () => number;
};

/**
 * The access to a cluster's API server as the Tencent Cloud API gives it: asked for when it is
 * used, kept in memory only, and asked for again every ten minutes.
 *
 * @remarks
 * When the API does not answer, what it said last is used for an hour at most, and requests do not
 * wait for it. When it refuses, or says that the cluster is gone, nothing is used any more: so an
 * access ends when somebody takes the account's rights away.
 */
export class TencentCloudKubeconfig {
  readonly #options: TencentCloudKubeconfigOptions;
  #current: { text: string; access: ApiServerAccess; at: number } | undefined;
  #refreshing: Promise<ApiServerAccess> | undefined;
  #patientUntil = -Infinity;
  #restsUntil = -Infinity;

  static create(
    options: TencentCloudKubeconfigOptions,
  ): TencentCloudKubeconfig {
    return new TencentCloudKubeconfig(options);
  }

  private constructor(options: TencentCloudKubeconfigOptions) {
    this.#options = options;
  }

  /**
   * @throws `NotFoundError` when the account has no such cluster; `ServiceUnavailableError` when
   * its API server is not opened; `TencentCloudError` when the API failed; `InputError` when the
   * kubeconfig must not be used
   */
  async access(refused?: ApiServerAccess): Promise<ApiServerAccess> {
    const held = this.#current?.access;
    const age = this.#age();
    if (!held || age >= KEEP_MS) {
      return this.#refresh();
    }
    const isDue = age >= REFRESH_MS || held === refused;
    if (!isDue || this.#now() < this.#restsUntil) {
      return held;
    }
    const refreshing = this.#refresh();
    const patienceMs = Math.max(0, this.#patientUntil - this.#now());
    const patience = sleep(patienceMs, held, { ref: false });
    // Should it fail later, the next request sees that.
    refreshing.catch(() => {});
    return Promise.race([refreshing, patience]);
  }

  /** Requests that arrive while one of them asks share the answer. */
  async #refresh(): Promise<ApiServerAccess> {
    if (!this.#refreshing) {
      this.#patientUntil = this.#now() + PATIENCE_MS;
      this.#refreshing = this.#ask().finally(() => {
        this.#refreshing = undefined;
        this.#restsUntil = this.#now() + REST_MS;
      });
    }
    return this.#refreshing;
  }

  #age(): number {
    return this.#current ? this.#now() - this.#current.at : Infinity;
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  async #ask(): Promise<ApiServerAccess> {
    try {
      const text = await this.#read();
      if (text !== this.#current?.text) {
        const { access } = await accessFromKubeconfig({
          subject: `${this.#subject}: the kubeconfig of the Tencent Cloud API`,
          text,
          directory: '/',
        });
        this.#current = { text, access, at: this.#now() };
      } else {
        this.#current.at = this.#now();
      }
      return this.#current.access;
    } catch (error) {
      if (this.#current && this.#age() < KEEP_MS && isNoAnswer(error)) {
        return this.#current.access;
      }
      this.#current = undefined;
      throw isClusterNotFound(error)
        ? new NotFoundError(
            `${
              this.#subject
            } is not in this account and region any more, or never was. Check account and region in the configuration.`,
            error,
          )
        : error;
    }
  }

  async #read(): Promise<string> {
    const { clusterId, region, endpoint, tlsServerName, api } = this.#options;
    const call = { region, subject: `cluster ${clusterId}` };
    const endpoints = await api.call(
      'DescribeClusterEndpoints',
      { ClusterId: clusterId },
      call,
    );
    const address =
      endpoint === 'public'
        ? endpoints.ClusterExternalEndpoint
        : endpoints.ClusterIntranetEndpoint;
    if (!address) {
      throw await this.#notOpened();
    }
    const { Kubeconfig: kubeconfig } = await api.call(
      'DescribeClusterKubeconfig',
      { ClusterId: clusterId, IsExtranet: endpoint === 'public' },
      call,
    );
    return withServer(kubeconfig ?? '', address, tlsServerName);
  }

  async #notOpened(): Promise<Error> {
    const { clusterId, region, endpoint, api } = this.#options;
    const { Status: status, ErrorMsg: reason } = await api.call(
      'DescribeClusterEndpointStatus',
      { ClusterId: clusterId, IsExtranet: endpoint === 'public' },
      { region, subject: `cluster ${clusterId}` },
    );
    const server = `${this.#subject}: the ${endpoint} access to its API server`;
    switch (status) {
      case 'Creating':
      case 'Created':
        return new AccessPendingError(
          `${server} is being opened. It is asked for again with the next request.`,
        );
      case 'CreateFailed':
        return new ServiceUnavailableError(
          `${server} could not be opened: ${maskAccountIds(
            reason ?? '',
          )}. Open it again in the console.`,
        );
      default:
        return new ServiceUnavailableError(
          `${server} is not opened. Open it in the console, or configure the other kind of access.`,
        );
    }
  }

  get #subject(): string {
    return `Cluster ${this.#options.clusterId} (Tencent Cloud, ${
      this.#options.region
    })`;
  }
}

/**
 * The kubeconfig with the address at which the API server really answers: the one that comes in it
 * is a name that often does not resolve.
 */
function withServer(
  kubeconfig: string,
  address: string,
  tlsServerName: string | undefined,
): string {
  let content: { clusters?: { cluster: Record<string, unknown> }[] };
  try {
    content = parse(kubeconfig);
  } catch {
    // accessFromKubeconfig says that it is not complete, and quotes nothing of it.
    return kubeconfig;
  }
  for (const { cluster } of content?.clusters ?? []) {
    cluster.server = address.includes('://') ? address : `https://${address}`;
    if (tlsServerName) {
      cluster['tls-server-name'] = tlsServerName;
    }
  }
  return stringify(content);
}

/** Whether nobody said no: the API may only be out of reach. */
function isNoAnswer(error: unknown): boolean {
  return isTencentCloudError(error) && !isRefusal(error);
}
