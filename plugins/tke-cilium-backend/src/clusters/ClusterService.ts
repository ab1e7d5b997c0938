import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ClusterResponse,
  ClustersResponse,
  ProblemsResponse,
  ReadinessPhase,
  RefreshResponse,
  TimelineResponse,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** On whose behalf something is asked. */
export type ClusterServiceOptions = { credentials: BackstageCredentials };

/** Which clusters a list has. */
export type ListClustersRequest = {
  /** Only these clusters. Default: all. */
  clusterIds?: readonly string[];
  /** Only clusters in one of these phases. Default: all. */
  phases?: readonly ReadinessPhase[];
  /** At most so many. */
  limit: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
};

/**
 * What is known of the clusters. Every answer comes from the store: to ask costs no API server
 * anything.
 */
export interface ClusterService {
  /**
   * @throws InputError when the cursor is not one of ours; NotAllowedError when the caller may not
   * see clusters at all
   */
  list(
    request: ListClustersRequest,
    options: ClusterServiceOptions,
  ): Promise<ClustersResponse>;

  /** @throws NotFoundError when there is no such cluster, or the caller may not see it */
  get(
    clusterId: string,
    options: ClusterServiceOptions,
  ): Promise<ClusterResponse>;

  /**
   * @param page - `limit`: at most so many. `before`: only changes before this revision.
   * @throws NotFoundError when there is no such cluster, or the caller may not see it
   */
  timeline(
    clusterId: string,
    page: { limit: number; before?: number },
    options: ClusterServiceOptions,
  ): Promise<TimelineResponse>;

  /** @throws NotFoundError when there is no such cluster, or the caller may not see it */
  problems(
    clusterId: string,
    options: ClusterServiceOptions,
  ): Promise<ProblemsResponse>;

  /**
   * Asks the replica that watches the cluster to read it anew.
   *
   * @throws NotFoundError when there is no such cluster, or the caller may not see it;
   * NotAllowedError when the caller may see but not refresh it; ServiceUnavailableError when no
   * replica has watched it yet
   */
  refresh(
    clusterId: string,
    options: ClusterServiceOptions,
  ): Promise<RefreshResponse>;
}
