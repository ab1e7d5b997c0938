import { CloudCluster } from './CloudCluster';

type Clusters = ReadonlyMap<string, CloudCluster>;

/** Options of {@link ReadReplica.create}. */
export type ReadReplicaOptions = {
  clusters: Clusters;
  lagMs: number;
  now: () => number;
};

/** What reading actions see: the clusters, and everything in them, as they were a while ago. */
export class ReadReplica {
  readonly #options: ReadReplicaOptions;
  #past: { until: number; clusters: Clusters }[] = [];

  static create(options: ReadReplicaOptions): ReadReplica {
    return new ReadReplica(options);
  }

  private constructor(options: ReadReplicaOptions) {
    this.#options = options;
  }

  /** Something is about to change: how it is now stays to be seen for a while. */
  keep(at: number): void {
    const { clusters, lagMs } = this.#options;
    if (lagMs > 0) {
      const copies = Array.from(
        clusters,
        ([id, cluster]) => [id, copy(cluster)] as const,
      );
      this.#past.push({ until: at + lagMs, clusters: new Map(copies) });
    }
  }

  read(): Clusters {
    const { clusters, now } = this.#options;
    this.#past = this.#past.filter(({ until }) => until > now());
    return this.#past[0]?.clusters ?? clusters;
  }
}

function copy(cluster: CloudCluster): CloudCluster {
  const { addons, intranet, superNodes, nodePools } = cluster;
  return {
    ...cluster,
    intranet: intranet && { ...intranet },
    public: cluster.public && { ...cluster.public },
    addons:
      addons &&
      new Map(Array.from(addons, ([name, each]) => [name, { ...each }])),
    superNodes: superNodes?.map(each => ({ ...each })),
    nodePools: nodePools?.map(each => ({ ...each })),
  };
}
