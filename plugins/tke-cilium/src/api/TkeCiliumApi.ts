import { createApiRef } from '@backstage/core-plugin-api';
import {
  ClusterResponse,
  ClusterSummary,
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
}

/**
 * Reference of the {@link TkeCiliumApi}.
 *
 * @public
 */
export const tkeCiliumApiRef = createApiRef<TkeCiliumApi>({
  id: 'plugin.tke-cilium.api',
});
