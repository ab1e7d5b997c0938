import { createApiRef } from '@backstage/core-plugin-api';
import {
  CloudChoiceKind,
  CloudChoicesResponse,
  CloudScope,
  ClusterResponse,
  ClusterSummary,
  RefreshResponse,
  TimelineResponse,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/**
 * What the pages ask the backend plugin for.
 *
 * @public
 */
export interface TkeCiliumApi {
  /**
   * The readiness of one cluster, with its history.
   *
   * @throws ResponseError with the status of the answer: 403 when the user may not read the
   *   cluster, 404 when the backend has no connection to it.
   */
  getCluster(
    clusterId: string,
    options?: { signal?: AbortSignal },
  ): Promise<ClusterResponse>;

  /**
   * Every cluster that the user may see.
   *
   * @throws ResponseError with the status of the answer: 403 when the user may not read clusters.
   */
  getClusters(options?: { signal?: AbortSignal }): Promise<ClusterSummary[]>;

  /**
   * The changes of a cluster's state that are kept, newest first.
   *
   * @param options - `limit`: at most so many. `before`: only those before this revision, which is
   *   how the next page is asked for.
   * @throws ResponseError with the status of the answer: 404 when the user may not see the cluster.
   */
  getTimeline(
    clusterId: string,
    options?: { limit?: number; before?: number; signal?: AbortSignal },
  ): Promise<TimelineResponse>;

  /**
   * Has the cluster read anew. What it brings arrives as any change does.
   *
   * @throws ResponseError with the status of the answer: 403 when the user may see but not refresh
   *   the cluster, 404 when they may not see it.
   */
  refreshCluster(clusterId: string): Promise<RefreshResponse>;

  /**
   * What a form may offer, as a Tencent Cloud account has it.
   *
   * @param within - where to look. Only accounts need no account, and only accounts and regions need
   *   no region, and a `cluster` stands for both. `vpcId` narrows subnets down, `zone` instance types
   *   and families.
   * @throws ResponseError with the status of the answer: 403 when the user may not see what accounts
   *   offer, 404 when the configuration has no such account, or the user may see no such cluster.
   */
  getCloudChoices(
    kind: CloudChoiceKind,
    within?: CloudScope,
  ): Promise<CloudChoicesResponse>;
}

/**
 * Reference of the {@link TkeCiliumApi}.
 *
 * @public
 */
export const tkeCiliumApiRef = createApiRef<TkeCiliumApi>({
  id: 'plugin.tke-cilium.api',
});
