import { InstallProfile } from '../profiles/installProfile';
import { NodeTaint } from './karpenterNodePoolInput';

/** What native and regular node pools have in common. @public */
export type CloudNodePoolInput = {
  /** In the cluster there is one native and one regular pool of a name. */
  name: string;
  /** Decides the operating system annotation and the startup taint. */
  profile: InstallProfile;
  /** Subnets of the VPC. */
  subnetIds: string[];
  securityGroupIds: string[];
  sshKeyIds: string[];
  /** Number of nodes to begin with. */
  replicas: number;
  minimumReplicas: number;
  maximumReplicas: number;
  /** Size of the system disk in GiB. Default 50. */
  diskSize?: number;
  labels?: Record<string, string>;
  /** Taints of the nodes, besides the one that keeps Pods off until Cilium is ready. */
  taints?: NodeTaint[];
};

/** A native node pool that fits Cilium. @public */
export type NativeNodePoolInput = CloudNodePoolInput & {
  /** For example `SA5.MEDIUM4`; the first that can be had is taken. */
  instanceTypes: string[];
};

/** A regular node pool that fits Cilium: CVMs. @public */
export type RegularNodePoolInput = CloudNodePoolInput & {
  vpcId: string;
  instanceType: string;
  /** Name of a public image. Default: TencentOS 4. */
  operatingSystem?: string;
};
