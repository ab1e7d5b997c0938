import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ClusterResponse,
  ClustersResponse,
  ProblemsResponse,
  RefreshResponse,
  TimelineResponse,
  TkeClusterPermission,
  tkeCiliumClusterReadPermission,
  tkeCiliumClusterRefreshPermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  ClusterConnections,
  TkeClusterResource,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ClusterEntities } from '../permissions/ClusterEntities';
import {
  ClusterService,
  ClusterServiceOptions,
  ListClustersRequest,
} from './ClusterService';
import { noSuchCluster } from './noSuchCluster';

/** Options of {@link AuthorizedClusterService}. */
export type AuthorizedClusterServiceOptions = {
  clusters: ClusterService;
  connections: ClusterConnections;
  entities: ClusterEntities;
  permissions: PermissionsService;
  /** Applies the conditions of a decision to a cluster. */
  isAllowed: (
    decision: PolicyDecision,
    resource: TkeClusterResource | undefined,
  ) => boolean;
};

/**
 * Lets a caller see a cluster who has the permission to read it and may read a catalog entity that
 * carries its id. A cluster without an entity is seen by nobody.
 */
export class AuthorizedClusterService implements ClusterService {
  readonly #options: AuthorizedClusterServiceOptions;

  static create(
    options: AuthorizedClusterServiceOptions,
  ): AuthorizedClusterService {
    return new AuthorizedClusterService(options);
  }

  private constructor(options: AuthorizedClusterServiceOptions) {
    this.#options = options;
  }

  async list(
    request: ListClustersRequest,
    options: ClusterServiceOptions,
  ): Promise<ClustersResponse> {
    const { clusters, connections, entities } = this.#options;
    const { credentials } = options;
    const decision = await this.#decide(
      tkeCiliumClusterReadPermission,
      credentials,
    );
    if (decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        `You may not see clusters: your account lacks the permission "${tkeCiliumClusterReadPermission.name}". Ask the owner of this Backstage for it.`,
      );
    }
    const visible = await entities.visible(
      connections.list().map(({ clusterId }) => clusterId),
      credentials,
    );
    return clusters.list(
      { ...request, clusterIds: await this.#allowed(visible, decision) },
      options,
    );
  }

  async get(
    clusterId: string,
    options: ClusterServiceOptions,
  ): Promise<ClusterResponse> {
    await this.#assertVisible(clusterId, options);
    return this.#options.clusters.get(clusterId, options);
  }

  async timeline(
    clusterId: string,
    page: { limit: number; before?: number },
    options: ClusterServiceOptions,
  ): Promise<TimelineResponse> {
    await this.#assertVisible(clusterId, options);
    return this.#options.clusters.timeline(clusterId, page, options);
  }

  async problems(
    clusterId: string,
    options: ClusterServiceOptions,
  ): Promise<ProblemsResponse> {
    await this.#assertVisible(clusterId, options);
    return this.#options.clusters.problems(clusterId, options);
  }

  async refresh(
    clusterId: string,
    options: ClusterServiceOptions,
  ): Promise<RefreshResponse> {
    await this.#assertVisible(clusterId, options);
    const permission = tkeCiliumClusterRefreshPermission;
    const decision = await this.#decide(permission, options.credentials);
    if ((await this.#allowed([clusterId], decision)).length === 0) {
      throw new NotAllowedError(
        `You may not have cluster ${clusterId} read anew: your account lacks the permission "${permission.name}" on it. What you see is kept up to date anyway.`,
      );
    }
    return this.#options.clusters.refresh(clusterId, options);
  }

  async #assertVisible(
    clusterId: string,
    { credentials }: ClusterServiceOptions,
  ): Promise<void> {
    const visible = await this.#options.entities.visible(
      [clusterId],
      credentials,
    );
    const decision = await this.#decide(
      tkeCiliumClusterReadPermission,
      credentials,
    );
    if ((await this.#allowed(visible, decision)).length === 0) {
      throw noSuchCluster(clusterId);
    }
  }

  async #decide(
    permission: TkeClusterPermission,
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision> {
    const [decision] = await this.#options.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return decision;
  }

  async #allowed(
    clusterIds: readonly string[],
    decision: PolicyDecision,
  ): Promise<readonly string[]> {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return clusterIds;
      case AuthorizeResult.DENY:
        return [];
      default: {
        const resources = await this.#options.entities.resources(clusterIds);
        return clusterIds.filter((_, index) =>
          this.#options.isAllowed(decision, resources[index]),
        );
      }
    }
  }
}
