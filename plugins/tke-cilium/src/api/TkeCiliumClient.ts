import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  CloudChoiceKind,
  CloudChoicesResponse,
  CloudScope,
  ClusterResponse,
  ClustersResponse,
  ClusterSummary,
  RefreshResponse,
  TimelineResponse,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  DefaultApiClient,
  TypedResponse,
} from '@tke-cilium/backstage-plugin-tke-cilium-common/client';
import { TkeCiliumApi } from './TkeCiliumApi';

/** Pages are put together again: the pages of this plugin show all clusters at once. */
const CLUSTERS_PER_PAGE = 1000;

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
    return read<ClusterResponse>(
      this.#client(options).getCluster({ path: { clusterId } }),
    );
  }

  /** {@inheritDoc TkeCiliumApi.getClusters} */
  async getClusters(options?: {
    signal?: AbortSignal;
  }): Promise<ClusterSummary[]> {
    const clusters: ClusterSummary[] = [];
    let cursor: string | undefined;
    do {
      const page: ClustersResponse = await read<ClustersResponse>(
        this.#client(options).getClusters({
          query: { limit: CLUSTERS_PER_PAGE, cursor },
        }),
      );
      clusters.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return clusters;
  }

  /** {@inheritDoc TkeCiliumApi.getTimeline} */
  async getTimeline(
    clusterId: string,
    options?: { limit?: number; before?: number; signal?: AbortSignal },
  ): Promise<TimelineResponse> {
    const { limit, before } = options ?? {};
    return read<TimelineResponse>(
      this.#client(options).getClusterTimeline({
        path: { clusterId },
        query: { limit, before },
      }),
    );
  }

  /** {@inheritDoc TkeCiliumApi.refreshCluster} */
  async refreshCluster(clusterId: string): Promise<RefreshResponse> {
    return read<RefreshResponse>(
      this.#client().refreshCluster({ path: { clusterId } }),
    );
  }

  /** {@inheritDoc TkeCiliumApi.getCloudChoices} */
  async getCloudChoices(
    kind: CloudChoiceKind,
    within?: CloudScope,
  ): Promise<CloudChoicesResponse> {
    return read<CloudChoicesResponse>(
      this.#client().getCloudChoices({ path: { kind }, query: { ...within } }),
    );
  }

  /** The generated client knows neither `plugin://` addresses nor how to cancel. */
  #client(options?: { signal?: AbortSignal }): DefaultApiClient {
    return new DefaultApiClient({
      discoveryApi: { getBaseUrl: async pluginId => `plugin://${pluginId}` },
      fetchApi: {
        fetch: (input, init) =>
          this.#fetchApi.fetch(input, { ...init, signal: options?.signal }),
      },
    });
  }
}

/** The generated types are those of the document, which are a little wider than the domain's. */
async function read<Answer>(
  request: Promise<TypedResponse<unknown>>,
): Promise<Answer> {
  const response = await request;
  if (!response.ok) {
    throw await ResponseError.fromResponse(response as Response);
  }
  return (await response.json()) as Answer;
}
