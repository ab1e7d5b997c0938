import { ServiceUnavailableError } from '@backstage/errors';
import {
  ClusterResponse,
  ClustersResponse,
  ProblemsResponse,
  RefreshResponse,
  TimelineResponse,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  ClusterConnections,
  ClusterReference,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ReadinessStore } from '../store/ReadinessStore';
import { ClusterService, ListClustersRequest } from './ClusterService';
import { decodeCursor, encodeCursor } from './cursor';
import { noSuchCluster } from './noSuchCluster';
import { toClusterSummary } from './toClusterSummary';

/** Options of {@link DefaultClusterService}. */
export type DefaultClusterServiceOptions = {
  connections: ClusterConnections;
  store: ReadinessStore;
  leases: {
    /** @returns false when no replica has watched the cluster yet */
    requestRefresh(clusterId: string): Promise<boolean>;
  };
  /** Since when this backend tries to connect, ISO 8601. */
  startedAt: string;
};

/** Tells everybody everything: who may ask is decided around it. */
export class DefaultClusterService implements ClusterService {
  readonly #options: DefaultClusterServiceOptions;

  static create(options: DefaultClusterServiceOptions): DefaultClusterService {
    return new DefaultClusterService(options);
  }

  private constructor(options: DefaultClusterServiceOptions) {
    this.#options = options;
  }

  async list(request: ListClustersRequest): Promise<ClustersResponse> {
    const { phases, limit, cursor } = request;
    const after = cursor === undefined ? '' : decodeCursor(cursor);
    const clusters = this.#clusters(request.clusterIds);
    const { store, startedAt } = this.#options;
    const stored = new Map(
      (await store.getAll(clusters.map(({ clusterId }) => clusterId))).map(
        cluster => [cluster.clusterId, cluster],
      ),
    );
    const matching = clusters
      .map(cluster =>
        toClusterSummary(cluster, stored.get(cluster.clusterId), startedAt),
      )
      .filter(({ phase }) => !phases || (phase && phases.includes(phase)));
    const rest = matching.filter(({ clusterId }) => clusterId > after);
    const items = rest.slice(0, limit);
    return {
      items,
      totalItems: matching.length,
      nextCursor:
        rest.length > limit
          ? encodeCursor(items[items.length - 1].clusterId)
          : undefined,
    };
  }

  async get(clusterId: string): Promise<ClusterResponse> {
    const { store, startedAt } = this.#options;
    const cluster = this.#cluster(clusterId);
    const stored = await store.get(clusterId);
    return {
      ...toClusterSummary(cluster, stored, startedAt),
      readiness: stored?.readiness,
      history: await store.history(clusterId),
    };
  }

  async timeline(
    clusterId: string,
    page: { limit: number; before?: number },
  ): Promise<TimelineResponse> {
    this.#cluster(clusterId);
    const found = await this.#options.store.timeline(clusterId, {
      ...page,
      // One more tells whether there is another page.
      limit: page.limit + 1,
    });
    const items = found.slice(0, page.limit);
    return {
      items,
      nextBefore:
        found.length > page.limit
          ? items[items.length - 1].revision
          : undefined,
    };
  }

  async problems(clusterId: string): Promise<ProblemsResponse> {
    this.#cluster(clusterId);
    const stored = await this.#options.store.get(clusterId);
    return {
      clusterId,
      revision: stored?.revision ?? 0,
      observedAt: stored?.observedAt,
      items: stored?.readiness?.problems ?? [],
    };
  }

  async refresh(clusterId: string): Promise<RefreshResponse> {
    this.#cluster(clusterId);
    const { leases, store } = this.#options;
    const stored = await store.get(clusterId);
    if (!(await leases.requestRefresh(clusterId))) {
      throw new ServiceUnavailableError(
        `Cluster ${clusterId} is not watched yet. It is read as soon as a replica of this backend watches it, which takes a few seconds; there is nothing to do.`,
      );
    }
    return { clusterId, revision: stored?.revision ?? 0 };
  }

  #cluster(clusterId: string): ClusterReference {
    const [cluster] = this.#clusters([clusterId]);
    if (!cluster) {
      throw noSuchCluster(clusterId);
    }
    return cluster;
  }

  #clusters(clusterIds?: readonly string[]): ClusterReference[] {
    const wanted = clusterIds && new Set(clusterIds);
    return this.#options.connections
      .list()
      .filter(({ clusterId }) => !wanted || wanted.has(clusterId))
      .sort((a, b) => (a.clusterId < b.clusterId ? -1 : 1));
  }
}
