import { setTimeout as sleep } from 'node:timers/promises';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ACCOUNT_ANNOTATION,
  CLUSTER_ENTITY_TYPE,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ClaimedConnections, claimedConnections } from './claimedConnections';
import { ClusterClaim, readClusterClaim, whyRefused } from './clusterClaim';
import {
  ClusterConnection,
  ClusterConnections,
  ClusterReference,
} from './ClusterConnections';
import { ConnectionSettings } from './ConnectionSettings';

/** The catalog is asked at most this often about clusters that are not known. */
const ASK_AGAIN_MS = 3_000;
/** A message that names every entity of a big catalog is read by nobody. */
const MOST_NAMED = 10;

/** Options of {@link CatalogClusterConnections}. */
export type CatalogClusterConnectionsOptions = {
  settings: { readonly current: ConnectionSettings };
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
};

/**
 * Connections to the clusters that catalog entities name, in accounts that allow it by
 * `clustersFromCatalog`.
 *
 * @remarks
 * An entity says which cluster of which account and region, no more: the address and the credentials
 * come from the Tencent Cloud API. The entities are read by
 * {@link CatalogClusterConnections.refresh}, which somebody has to call now and then: the catalog of
 * Backstage 1.55 publishes no event when an entity changes.
 */
export class CatalogClusterConnections implements ClusterConnections {
  readonly #options: CatalogClusterConnectionsOptions;
  #claims: readonly ClusterClaim[] = [];
  #derived: {
    settings?: ConnectionSettings;
    claims?: readonly ClusterClaim[];
    connections: ClaimedConnections;
  } = { connections: new Map() };
  #refreshing: Promise<void> | undefined;
  #asking: Promise<void> | undefined;
  #askedAtMs = -Infinity;
  #lastReport = '';

  static create(
    options: CatalogClusterConnectionsOptions,
  ): CatalogClusterConnections {
    return new CatalogClusterConnections(options);
  }

  private constructor(options: CatalogClusterConnectionsOptions) {
    this.#options = options;
  }

  list(): ClusterReference[] {
    return Array.from(
      this.#connections().values(),
      ({ connection: { clusterId, title } }) => ({ clusterId, title }),
    );
  }

  /** Asks the catalog when the cluster is not known: its entity may be a moment old. */
  async connect(clusterId: string): Promise<ClusterConnection> {
    if (!this.#connections().has(clusterId)) {
      await this.#askAgain();
    }
    const known = this.#connections().get(clusterId);
    if (!known) {
      throw new NotFoundError(
        `Cluster "${clusterId}" is neither in tkeCilium.clusters of the backend's configuration nor added by a catalog entity. An entity adds it whose annotations name it with an account and region that have clustersFromCatalog; where one is refused, the backend's log says why.`,
      );
    }
    return known.connection;
  }

  /** One question for all who wait for its answer. */
  async #askAgain(): Promise<void> {
    const waitMs = this.#askedAtMs + ASK_AGAIN_MS - performance.now();
    this.#asking ??= sleep(Math.max(0, waitMs))
      .then(() => this.refresh())
      .finally(() => {
        this.#asking = undefined;
      });
    await this.#asking;
  }

  /** Reads the entities. A catalog that does not answer leaves the clusters as they were. */
  async refresh(): Promise<void> {
    this.#refreshing ??= this.#read().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
  }

  async #read(): Promise<void> {
    const { catalog, auth, settings, logger } = this.#options;
    const accounts = [...settings.current.catalogRules.keys()];
    if (accounts.length === 0) {
      return;
    }
    this.#askedAtMs = performance.now();
    try {
      const { items } = await catalog.getEntities(
        {
          filter: {
            kind: 'Resource',
            'spec.type': CLUSTER_ENTITY_TYPE,
            [`metadata.annotations.${ACCOUNT_ANNOTATION}`]: accounts,
          },
          fields: ['kind', 'metadata'],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      this.#claims = items
        .map(readClusterClaim)
        // The same on every replica, in whatever order the catalog answers.
        .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
      this.#report(this.#summary(), message => logger.info(message));
    } catch (error) {
      this.#report(
        `The clusters from the catalog stay as they were, since it could not be read: ${
          (error as Error).message
        }`,
        message => logger.warn(message),
      );
    }
  }

  /** What the entities may add under the configuration as it is now. */
  #connections(): ClaimedConnections {
    const { current: settings } = this.#options.settings;
    const { settings: before, claims, connections } = this.#derived;
    if (before !== settings || claims !== this.#claims) {
      this.#derived = {
        settings,
        claims: this.#claims,
        connections: claimedConnections(this.#claims, settings, connections),
      };
    }
    return this.#derived.connections;
  }

  #summary(): string {
    const { catalogRules } = this.#options.settings.current;
    const refused = this.#claims.flatMap(claim => {
      const reason = whyRefused(claim, catalogRules);
      return reason === undefined ? [] : [`${claim.entityRef}: ${reason}`];
    });
    const ids = [...this.#connections().keys()].join(', ');
    const named = refused.slice(0, MOST_NAMED).join('; ');
    const more = refused.length - MOST_NAMED;
    return [
      `Clusters from the catalog: ${ids || 'none'}`,
      named && `. Refused: ${named}`,
      more > 0 && ` and ${more} more`,
    ]
      .filter(Boolean)
      .join('');
  }

  /** Says it once, however often the catalog is read. */
  #report(text: string, log: (text: string) => void): void {
    if (text !== this.#lastReport) {
      this.#lastReport = text;
      log(text);
    }
  }
}
