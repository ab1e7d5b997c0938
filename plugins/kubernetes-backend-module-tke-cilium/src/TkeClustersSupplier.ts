import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterDetails,
  KubernetesClustersSupplier,
} from '@backstage/plugin-kubernetes-node';
import { ClusterConnections } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ClusterOffer } from './ClusterOffer';
import { ServiceAccountReference } from './readServiceAccount';

/** Options of {@link TkeClustersSupplier}. */
export type TkeClustersSupplierOptions = {
  connections: ClusterConnections;
  serviceAccount: ServiceAccountReference;
  /** The clusters that the Kubernetes plugin has anyway. */
  others: KubernetesClustersSupplier;
  logger: LoggerService;
};

/**
 * The clusters of tke-cilium, besides those that the Kubernetes plugin has anyway. Of two of one
 * name the plugin's own stays.
 */
export class TkeClustersSupplier implements KubernetesClustersSupplier {
  readonly #options: TkeClustersSupplierOptions;
  #offers: ReadonlyMap<string, ClusterOffer> = new Map();

  static create(options: TkeClustersSupplierOptions): TkeClustersSupplier {
    return new TkeClustersSupplier(options);
  }

  private constructor(options: TkeClustersSupplierOptions) {
    this.#options = options;
  }

  async getClusters(
    options: Parameters<KubernetesClustersSupplier['getClusters']>[0],
  ): Promise<ClusterDetails[]> {
    const [others, own] = await Promise.all([
      this.#options.others.getClusters(options),
      this.#own(),
    ]);
    const names = new Set(others.map(({ name }) => name));
    return [...others, ...own.filter(({ name }) => !names.has(name))];
  }

  async #own(): Promise<ClusterDetails[]> {
    const clusters = this.#options.connections.list();
    this.#offers = new Map(
      clusters.map(({ clusterId }) => [
        clusterId,
        this.#offers.get(clusterId) ??
          ClusterOffer.create({ ...this.#options, clusterId }),
      ]),
    );
    const offers = this.#offers;
    const details = await Promise.all(
      clusters.map(cluster => offers.get(cluster.clusterId)!.details(cluster)),
    );
    return details.flatMap(each => each ?? []);
  }
}
