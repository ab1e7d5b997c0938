import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import type { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import {
  ClusterConnections,
  ClusterReference,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { readEndpoint } from './readEndpoint';
import { ServiceAccountReference } from './readServiceAccount';
import { requestToken } from './requestToken';

/** How long one slow cluster may keep the list of all waiting. */
const PATIENCE_MS = 3_000;
const TIMEOUT_MS = 20_000;
const RETRY_MS = 30_000;
/** A token is renewed early, so that one that is handed out is good for a while. */
const LEAST_LEFT_MS = 10 * 60_000;

/** Options of {@link ClusterOffer}. */
export type ClusterOfferOptions = {
  clusterId: string;
  connections: ClusterConnections;
  serviceAccount: ServiceAccountReference;
  logger: LoggerService;
  /** Milliseconds. Default: the clock. */
  now?: () => number;
};

type Ticket = {
  kubeconfig: string;
  details: Omit<ClusterDetails, 'title'>;
  expiresAt: number;
};

/**
 * One cluster as the Kubernetes plugin gets it: where it is, and a token of a service account of its
 * own, which is renewed while it is asked for.
 *
 * @remarks
 * The credentials of the connection are not handed on. They are for installing, and may be a client
 * certificate, which the plugin's auth strategies cannot use. A cluster is never offered without a
 * token: the strategy `serviceAccount` would send it the token of Backstage's own Pod.
 */
export class ClusterOffer {
  readonly #options: ClusterOfferOptions;
  #ticket: Ticket | undefined;
  #renewing: Promise<void> | undefined;
  #retryAt = -Infinity;
  #complaint: string | undefined;

  static create(options: ClusterOfferOptions): ClusterOffer {
    return new ClusterOffer(options);
  }

  private constructor(options: ClusterOfferOptions) {
    this.#options = options;
  }

  /** @returns `undefined` while the cluster, or a token for it, cannot be had */
  async details(
    cluster: ClusterReference,
  ): Promise<ClusterDetails | undefined> {
    const now = this.#now();
    const left = await this.#left(now);
    if (left < LEAST_LEFT_MS && now >= this.#retryAt) {
      this.#renewing ??= this.#renew().finally(() => {
        this.#renewing = undefined;
      });
    }
    if (left <= 0 && this.#renewing) {
      const over = new AbortController();
      await Promise.race([
        this.#renewing,
        sleep(PATIENCE_MS, undefined, { signal: over.signal }).catch(() => {}),
      ]);
      over.abort();
    }
    const ticket = this.#ticket;
    return ticket && ticket.expiresAt > this.#now()
      ? { ...ticket.details, title: cluster.title }
      : undefined;
  }

  /** For how long what is there can still be used, in milliseconds. */
  async #left(now: number): Promise<number> {
    const { clusterId, connections } = this.#options;
    const ticket = this.#ticket;
    if (!ticket) {
      return 0;
    }
    try {
      const connection = await connections.connect(clusterId);
      // Where the cluster is reached otherwise now, the token must not go to the old address.
      if ((await connection.kubeconfig()) !== ticket.kubeconfig) {
        this.#ticket = undefined;
        this.#retryAt = -Infinity;
        return 0;
      }
    } catch {
      // Whoever renews says why.
      this.#ticket = undefined;
      return 0;
    }
    return ticket.expiresAt - now;
  }

  async #renew(): Promise<void> {
    const { clusterId, connections, serviceAccount, logger } = this.#options;
    try {
      const connection = await connections.connect(clusterId);
      const kubeconfig = await connection.kubeconfig();
      const endpoint = readEndpoint(kubeconfig);
      const { token, expiresAt } = await requestToken(
        connection.kubernetes,
        serviceAccount,
        AbortSignal.timeout(TIMEOUT_MS),
      );
      this.#ticket = {
        kubeconfig,
        expiresAt,
        details: {
          name: clusterId,
          ...endpoint,
          authMetadata: {
            [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: 'serviceAccount',
            serviceAccountToken: token,
          },
        },
      };
      this.#complaint = undefined;
    } catch (error) {
      this.#retryAt = this.#now() + RETRY_MS;
      const complaint = (error as Error).message;
      if (complaint !== this.#complaint) {
        this.#complaint = complaint;
        logger.warn(
          `Cluster ${clusterId} is not offered to the Kubernetes plugin, or only until its token ends: ${complaint}`,
        );
      }
    }
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}
