import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ClusterResponse,
  ClustersResponse,
  ClusterSummary,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeCiliumApi } from './TkeCiliumApi';

/**
 * The {@link TkeCiliumApi} over HTTP.
 *
 * @public
 */
export class TkeCiliumClient implements TkeCiliumApi {
  readonly #fetchApi: FetchApi;

  /** Makes a client that sends the requests of the signed-in user. */
  static create(options: { fetchApi: FetchApi }): TkeCiliumClient {
    return new TkeCiliumClient(options.fetchApi);
  }

  private constructor(fetchApi: FetchApi) {
    this.#fetchApi = fetchApi;
  }

  /** {@inheritDoc TkeCiliumApi.getCluster} */
  async getCluster(
    clusterId: string,
    options?: { signal?: AbortSignal },
  ): Promise<ClusterResponse> {
    return this.#get(`clusters/${encodeURIComponent(clusterId)}`, options);
  }

  /** {@inheritDoc TkeCiliumApi.getClusters} */
  async getClusters(options?: {
    signal?: AbortSignal;
  }): Promise<ClusterSummary[]> {
    const { items } = await this.#get<ClustersResponse>('clusters', options);
    return items;
  }

  async #get<Answer>(
    path: string,
    options: { signal?: AbortSignal } | undefined,
  ): Promise<Answer> {
    const response = await this.#fetchApi.fetch(
      `plugin://tke-cilium/v1/${path}`,
      { signal: options?.signal },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
