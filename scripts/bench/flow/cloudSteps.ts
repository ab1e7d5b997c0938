import {
  buildCreateCluster,
  buildNativeNodePool,
  getInstallProfile,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { FORM } from './form';
import type { PlainApi } from './PlainApi';

const SUPER_NODE_POOL = 'bootstrap';
const profile = getInstallProfile(FORM.profile);

/** An empty cluster that runs. */
export async function createCluster(
  api: PlainApi,
  name: string,
): Promise<string> {
  const { ClusterId: clusterId } = await api.call<{ ClusterId: string }>(
    'CreateCluster',
    buildCreateCluster({ ...FORM, profile, name }),
  );
  await api.until('the cluster', async () => {
    const { Clusters: clusters } = await api.call<{
      Clusters: { ClusterStatus: string }[];
    }>('DescribeClusters', { ClusterIds: [clusterId] });
    return clusters[0]?.ClusterStatus === 'Running';
  });
  return clusterId;
}

/** The super node that has to carry public access. */
export async function addSuperNode(
  api: PlainApi,
  clusterId: string,
): Promise<string> {
  const { NodePoolId: poolId } = await api.call<{ NodePoolId: string }>(
    'CreateClusterVirtualNodePool',
    {
      ClusterId: clusterId,
      Name: SUPER_NODE_POOL,
      SecurityGroupIds: [FORM.securityGroupId],
      VirtualNodes: [
        { DisplayName: SUPER_NODE_POOL, SubnetId: FORM.nodeSubnetId },
      ],
      OS: 'linux',
    },
  );
  await api.until('the super node', async () =>
    (
      await superNodes(api, clusterId, poolId)
    ).some(({ Phase: phase }) => phase === 'Running'),
  );
  return poolId;
}

/** Public access; done when it has an address. */
export async function openEndpoint(
  api: PlainApi,
  clusterId: string,
): Promise<string> {
  await api.call('CreateClusterEndpoint', {
    ClusterId: clusterId,
    IsExtranet: true,
    SecurityGroup: FORM.securityGroupId,
    ExtensiveParameters: JSON.stringify({
      InternetAccessible: {
        InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR',
        InternetMaxBandwidthOut: 10,
      },
    }),
  });
  let address = '';
  await api.until('the address', async () => {
    ({ ClusterExternalEndpoint: address } = await api.call<{
      ClusterExternalEndpoint: string;
    }>('DescribeClusterEndpoints', { ClusterId: clusterId }));
    return address !== '';
  });
  return address;
}

/** The ENI agent whose route tables leave room for Cilium's. */
export async function upgradeEniAgent(
  api: PlainApi,
  clusterId: string,
): Promise<void> {
  const addon = { ClusterId: clusterId, AddonName: 'eniipamd' };
  await api.call('UpdateAddon', { ...addon, AddonVersion: '3.11.0' });
  await api.until('the addon', async () => {
    const { Addons: addons } = await api.call<{ Addons: { Phase: string }[] }>(
      'DescribeAddon',
      addon,
    );
    return addons[0]?.Phase === 'Succeeded';
  });
}

/** A kubeconfig that leads to the address that was opened. */
export async function readKubeconfig(
  api: PlainApi,
  clusterId: string,
  address: string,
): Promise<string> {
  const { Kubeconfig: kubeconfig } = await api.call<{ Kubeconfig: string }>(
    'DescribeClusterKubeconfig',
    { ClusterId: clusterId, IsExtranet: true },
  );
  return kubeconfig.replace(/server: .*/, `server: https://${address}`);
}

/** A native pool; done when all of its nodes are ready. */
export async function addNodePool(
  api: PlainApi,
  clusterId: string,
): Promise<void> {
  const { replicas } = FORM;
  await api.call(
    'CreateNodePool',
    buildNativeNodePool(clusterId, {
      profile,
      name: 'default',
      instanceTypes: [FORM.instanceType],
      subnetIds: [FORM.nodeSubnetId],
      securityGroupIds: [FORM.securityGroupId],
      sshKeyIds: FORM.sshKeyIds,
      replicas,
      minimumReplicas: 0,
      maximumReplicas: replicas,
    }),
    '2022-05-01',
  );
  await api.until('the nodes', async () => {
    const { NodePools: pools } = await api.call<{
      NodePools: { LifeState: string; Native: { ReadyReplicas: number } }[];
    }>('DescribeNodePools', { ClusterId: clusterId }, '2022-05-01');
    const [pool] = pools;
    return (
      pool?.LifeState === 'Running' && pool.Native.ReadyReplicas === replicas
    );
  });
}

/** Takes the super node away, which nothing needs any more. */
export async function removeSuperNode(
  api: PlainApi,
  clusterId: string,
  poolId: string,
): Promise<void> {
  for (const { Name: name } of await superNodes(api, clusterId, poolId)) {
    await api.call('DrainClusterVirtualNode', {
      ClusterId: clusterId,
      NodeName: name,
    });
  }
  await api.call('DeleteClusterVirtualNodePool', {
    ClusterId: clusterId,
    NodePoolIds: [poolId],
    Force: true,
  });
  await api.until(
    'the end of the super node',
    async () => (await superNodes(api, clusterId, poolId)).length === 0,
  );
}

async function superNodes(api: PlainApi, clusterId: string, poolId: string) {
  const { Nodes: nodes } = await api.call<{
    Nodes: { Name: string; Phase: string }[];
  }>('DescribeClusterVirtualNode', {
    ClusterId: clusterId,
    NodePoolId: poolId,
  });
  return nodes;
}
