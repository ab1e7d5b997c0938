import type { TencentCloud } from '@tke-cilium/tencent-stand-in';

/** Something that was made in the cloud: costs money, or stays until somebody removes it. */
export type CloudResource = {
  id: string;
  name: string;
  /** Id of the cluster that it goes away with. */
  partOf?: string;
};

/** Everything that there is in the cloud. */
export function listResources({ clusters }: TencentCloud): CloudResource[] {
  return [...clusters.values()].flatMap(cluster => {
    const { clusterId, name = '', superNodes = [], nodePools = [] } = cluster;
    const parts = [
      ...[...superNodes, ...nodePools].map(pool => ({
        id: pool.poolId,
        name: `"${pool.name}" of ${clusterId}`,
      })),
      ...(['intranet', 'public'] as const)
        .filter(kind => cluster[kind])
        .map(kind => ({
          id: `${clusterId} ${kind}`,
          name: `the ${kind} access of ${clusterId}`,
        })),
      ...[...(cluster.addons?.keys() ?? [])].map(addon => ({
        id: `${clusterId} ${addon}`,
        name: `the addon ${addon} of cluster ${clusterId}`,
      })),
    ];
    return [
      { id: clusterId, name },
      ...parts.map(part => ({ ...part, partOf: clusterId })),
    ];
  });
}

/** What has been made since: of a new cluster the cluster alone, which takes its parts with it. */
export function listNewResources(
  cloud: TencentCloud,
  before: ReadonlySet<string>,
): CloudResource[] {
  return listResources(cloud).filter(
    ({ id, partOf = id }) =>
      !before.has(id) && (partOf === id || before.has(partOf)),
  );
}

/** Names of which there are several. A native and a regular pool may have the same. */
export function listDoubles({ clusters }: TencentCloud): string[] {
  const names = [...clusters.values()].flatMap(
    ({ name, clusterId, superNodes = [], nodePools = [] }) => [
      `cluster ${name}`,
      ...superNodes.map(pool => `${clusterId} super ${pool.name}`),
      ...nodePools.map(pool => `${clusterId} ${pool.kind} ${pool.name}`),
    ],
  );
  return names.filter((name, index) => names.indexOf(name) !== index);
}
