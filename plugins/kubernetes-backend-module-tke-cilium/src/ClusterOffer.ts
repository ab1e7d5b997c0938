import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import type { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import {
  ClusterConnection,
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
  #checking: Promise<void> | undefined;
  #patientUntil = -Infinity;
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
    if (!this.#ticket && now < this.#retryAt) {
      return undefined;
    }
    if (!this.#checking) {
      this.#patientUntil = now + PATIENCE_MS;
      this.#checking = this.#check().finally(() => {
        this.#checking = undefined;
      });
    }
    await settledWithin(this.#checking, this.#patientUntil - now);
    const ticket = this.#ticket;
    return ticket && ticket.expiresAt > this.#now()
      ? { ...ticket.details, title: cluster.title }
      : undefined;
  }

  /** Sees to it that there is a token, and that it is for where the cluster is now. Never fails. */
  async #check(): Promise<void> {
    const { clusterId, connections } = this.#options;
    try {
      const connection = await connections.connect(clusterId);
      const kubeconfig = await connection.kubeconfig();
      if (this.#ticket?.kubeconfig !== kubeconfig) {
        this.#ticket = undefined;
      }
      const now = this.#now();
      const left = this.#ticket ? this.#ticket.expiresAt - now : 0;
      if (left < LEAST_LEFT_MS && (left <= 0 || now >= this.#retryAt)) {
        this.#renewing ??= this.#renew(connection, kubeconfig).finally(() => {
          this.#renewing = undefined;
        });
        if (left <= 0) {
          await this.#renewing;
        }
      }
    } catch (error) {
      // An access that was taken away is not used any more.
      this.#ticket = undefined;
      this.#failed(error);
    }
  }

  async #renew(
    connection: ClusterConnection,
    kubeconfig: string,
  ): Promise<void> {
    try {
      const endpoint = readEndpoint(kubeconfig);
      const { token, expiresAt } = await requestToken(
        connection.kubernetes,
        this.#options.serviceAccount,
        AbortSignal.timeout(TIMEOUT_MS),
      );
      this.#ticket = {
        kubeconfig,
        expiresAt,
        details: {
          name: connection.clusterId,
          ...endpoint,
          authMetadata: {
            [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: 'serviceAccount',
            serviceAccountToken: token,
          },
        },
      };
      this.#complaint = undefined;
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    const { clusterId, logger } = this.#options;
    const complaint = (error as Error).message;
    this.#retryAt = this.#now() + RETRY_MS;
    if (complaint !== this.#complaint) {
      this.#complaint = complaint;
      logger.warn(
        `Cluster ${clusterId} is not offered to the Kubernetes plugin, or only until its token ends: ${complaint}`,
      );
    }
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}

/** Waits until the work is done, or for so many milliseconds. */
async function settledWithin(
  work: Promise<void>,
  milliseconds: number,
): Promise<void> {
  const over = new AbortController();
  await Promise.race([
    work,
    sleep(Math.max(0, milliseconds), undefined, {
      signal: over.signal,
    }).catch(() => {}),
  ]);
  over.abort();
}
