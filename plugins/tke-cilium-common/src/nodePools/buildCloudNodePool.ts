import {
  CLOUD_TAG_VALUE,
  CLOUD_TAGS,
  DEFAULT_OPERATING_SYSTEM,
} from '../clusters/clusterInput';
import { AGENT_NOT_READY_TAINT } from '../vocabulary/names';
import {
  CloudNodePoolInput,
  NativeNodePoolInput,
  RegularNodePoolInput,
} from './cloudNodePoolInput';

const DISK_SIZE = 50;
const TAGS = [{ Key: CLOUD_TAGS.managedBy, Value: CLOUD_TAG_VALUE }];

/**
 * The request of the action CreateNodePool (2022-05-01) that makes a native pool that fits Cilium.
 *
 * @public
 */
export function buildNativeNodePool(
  clusterId: string,
  input: NativeNodePoolInput,
) {
  return {
    ClusterId: clusterId,
    Name: input.name,
    Type: 'Native',
    ...nodeSettings(input),
    // Native nodes come with TencentOS 3, whose kernel is too old, unless an annotation asks for 4.
    Annotations: toPairs(input.profile.nodePools.machineAnnotations),
    Tags: [{ ResourceType: 'machine', Tags: TAGS }],
    Native: {
      InstanceChargeType: 'POSTPAID_BY_HOUR',
      InstanceTypes: [...input.instanceTypes],
      SubnetIds: [...input.subnetIds],
      SecurityGroupIds: [...input.securityGroupIds],
      KeyIds: [...input.sshKeyIds],
      SystemDisk: {
        DiskType: 'CLOUD_BSSD',
        DiskSize: input.diskSize ?? DISK_SIZE,
      },
      Replicas: input.replicas,
      EnableAutoscaling: true,
      AutoRepair: true,
      Scaling: {
        MinReplicas: input.minimumReplicas,
        MaxReplicas: input.maximumReplicas,
        CreatePolicy: 'ZoneEquality',
      },
    },
  };
}

/**
 * The request of the action CreateClusterNodePool (2018-05-25) that makes a regular pool that fits
 * Cilium.
 *
 * @remarks
 * Two of its members are JSON in a string: requests of the auto scaling service. Neither may name an
 * image; the operating system is named beside them.
 *
 * @public
 */
export function buildRegularNodePool(
  clusterId: string,
  input: RegularNodePoolInput,
) {
  return {
    ClusterId: clusterId,
    Name: input.name,
    ...nodeSettings(input),
    EnableAutoscale: true,
    NodePoolOs: input.operatingSystem ?? DEFAULT_OPERATING_SYSTEM,
    OsCustomizeType: 'GENERAL',
    Tags: TAGS,
    InstanceAdvancedSettings: {},
    AutoScalingGroupPara: JSON.stringify({
      MinSize: input.minimumReplicas,
      MaxSize: input.maximumReplicas,
      DesiredCapacity: input.replicas,
      VpcId: input.vpcId,
      SubnetIds: input.subnetIds,
      RetryPolicy: 'INCREMENTAL_INTERVALS',
      MultiZoneSubnetPolicy: 'EQUALITY',
      ServiceSettings: { ScalingMode: 'CLASSIC_SCALING' },
    }),
    LaunchConfigurePara: JSON.stringify({
      InstanceType: input.instanceType,
      InstanceChargeType: 'POSTPAID_BY_HOUR',
      SecurityGroupIds: input.securityGroupIds,
      LoginSettings: { KeyIds: input.sshKeyIds },
      SystemDisk: {
        DiskType: 'CLOUD_BSSD',
        DiskSize: input.diskSize ?? DISK_SIZE,
      },
    }),
  };
}

/** Labels, and taints with the one that keeps Pods off until Cilium is ready. */
function nodeSettings({
  labels = {},
  taints = [],
  profile,
}: CloudNodePoolInput) {
  const startup = profile.nodePools.startupTaint
    ? [{ key: AGENT_NOT_READY_TAINT, value: 'true', effect: 'NoSchedule' }]
    : [];
  return {
    Labels: toPairs(labels),
    Taints: [...startup, ...taints].map(({ key, value = '', effect }) => ({
      Key: key,
      Value: value,
      Effect: effect,
    })),
  };
}

function toPairs(record: Readonly<Record<string, string>>) {
  return Object.entries(record).map(([Name, Value]) => ({ Name, Value }));
}
