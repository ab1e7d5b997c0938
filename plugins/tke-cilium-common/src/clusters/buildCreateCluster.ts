import {
  CLOUD_TAG_VALUE,
  CLOUD_TAGS,
  ClusterInput,
  DEFAULT_OPERATING_SYSTEM,
} from './clusterInput';

/** A tag of the cloud. @public */
export type CloudTag = { Key: string; Value: string };

/**
 * The request of the action CreateCluster that makes a cluster as the guide wants it.
 *
 * @remarks
 * Nothing is left to the API's defaults that would make another kind of cluster: those are another
 * network mode, the fixed addresses of Pods, Docker, and a Kubernetes of years ago.
 *
 * @public
 */
export function buildCreateCluster(input: ClusterInput) {
  const { karpenter = false, profile, serviceCidr } = input;
  return {
    ClusterType: 'MANAGED_CLUSTER',
    ClusterBasicSettings: {
      ClusterName: input.name,
      ClusterVersion: input.kubernetesVersion,
      ClusterOs: input.operatingSystem ?? DEFAULT_OPERATING_SYSTEM,
      ClusterLevel: input.level ?? 'L5',
      VpcId: input.vpcId,
      TagSpecification: [{ ResourceType: 'cluster', Tags: clusterTags(input) }],
    },
    ClusterCIDRSettings: {
      ServiceCIDR: serviceCidr,
      MaxClusterServiceNum: 2 ** (32 - Number(serviceCidr.split('/')[1])),
      EniSubnetIds: [...input.podSubnetIds],
      ClaimExpiredSeconds: 300,
    },
    ClusterAdvancedSettings: {
      NetworkType: 'VPC-CNI',
      VpcCniType: 'tke-route-eni',
      // Karpenter takes the changing number of free addresses for a lack of nodes in the other mode.
      IsNonStaticIpMode: !karpenter,
      DataPlaneV2: false,
      ContainerRuntime: 'containerd',
      DeletionProtection: input.deletionProtection ?? true,
    },
    ...(karpenter && {
      ExtensionAddons: [
        {
          AddonName: 'karpenter',
          AddonParam: JSON.stringify({
            kind: 'App',
            spec: { chart: { chartName: 'karpenter' } },
          }),
        },
      ],
    }),
    // The newer guide keeps the ConfigMap of ip-masq-agent, and switches the DaemonSet off later.
    ...(profile.name === 'guide-2025-11' && {
      DisableAddons: ['ip-masq-agent'],
    }),
  };
}

function clusterTags(input: ClusterInput): CloudTag[] {
  return Object.entries({
    ...input.tags,
    [CLOUD_TAGS.managedBy]: CLOUD_TAG_VALUE,
    [CLOUD_TAGS.profile]: input.profile.name,
    ...(input.owner && { [CLOUD_TAGS.owner]: input.owner }),
  }).map(([Key, Value]) => ({ Key, Value }));
}
