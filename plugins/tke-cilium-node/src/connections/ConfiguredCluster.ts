import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isClusterId } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ClusterReference } from './ClusterConnections';

/** A cluster in `tkeCilium.clusters`, without what leads to it. @public */
export type ConfiguredCluster = ClusterReference & {
  /** Name of the Tencent Cloud account that it is reached by, when it is. */
  account?: string;
  /** Its region, when it is reached by an account. */
  region?: string;
};

/**
 * The clusters in `tkeCilium.clusters`, in their order there.
 *
 * @throws `InputError` when an id has the wrong shape or is there twice
 *
 * @public
 */
export function readConfiguredClusters(config: Config): ConfiguredCluster[] {
  return clusterEntries(config).map(({ cluster }) => cluster);
}

/** The same, with the entries themselves and how messages call them. */
export function clusterEntries(
  config: Config,
): { cluster: ConfiguredCluster; entry: Config; where: string }[] {
  const ids = new Set<string>();
  const entries = config.getOptionalConfigArray('tkeCilium.clusters') ?? [];
  return entries.map((entry, index) => {
    const clusterId = entry.getString('id');
    const where = `Configuration tkeCilium.clusters[${index}]`;
    if (!isClusterId(clusterId)) {
      throw new InputError(
        `${where}.id: "${clusterId}" is not a TKE cluster id: "cls-" and eight lower-case letters or digits.`,
      );
    }
    if (ids.has(clusterId)) {
      throw new InputError(`${where}.id: "${clusterId}" is there twice.`);
    }
    ids.add(clusterId);
    return {
      entry,
      where: `${where} (${clusterId})`,
      cluster: {
        clusterId,
        title: entry.getOptionalString('title') ?? clusterId,
        account: entry.getOptionalString('tencentCloud.account'),
        region: entry.getOptionalString('tencentCloud.region'),
      },
    };
  });
}
