import { InstallProfile } from '../profiles/installProfile';

/** A taint of a node. @public */
export type NodeTaint = {
  key: string;
  value?: string;
  effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
};

/** Kinds of disk that TKE's Karpenter provider knows. @public */
export const KARPENTER_DISK_TYPES = [
  'CloudPremium',
  'CloudSSD',
  'CloudHSSD',
  'CloudTSSD',
  'CloudBSSD',
] as const;

/**
 * A Karpenter node pool that fits Cilium. What is not given is as in the guide.
 *
 * @public
 */
export type KarpenterNodePoolInput = {
  /** Of the NodePool and of its TKEMachineNodeClass. */
  name: string;
  /** Decides the operating system annotation and the startup taint. */
  profile: InstallProfile;
  /** Subnets of the VPC, 1 to 30. */
  subnetIds: string[];
  /** 1 to 5. */
  securityGroupIds: string[];
  /** 1 to 30. */
  sshKeyIds: string[];
  /** For example `S5`, `SA2`. They have to be sold in the zones of the subnets. */
  instanceFamilies: string[];
  /** Default `on-demand`. */
  capacityType?: 'on-demand' | 'spot';
  /** Smallest number of CPU cores of a node. Default 2. */
  minimumCpu?: number;
  /** The pool never has more CPU cores than this. Default 100. */
  cpuLimit?: number;
  /** Size in GiB: 20 to 2048. Default: the provider's, 50 GiB of CloudPremium. */
  systemDisk?: { size: number; type?: (typeof KARPENTER_DISK_TYPES)[number] };
  /** Public bandwidth of the nodes in Mbit/s, 1 to 100. Default: no public address. */
  internetBandwidth?: number;
  /** Labels of the nodes. */
  labels?: Record<string, string>;
  /** Taints of the nodes, besides the startup taint. */
  taints?: NodeTaint[];
  /** How long a node has to be idle before it is removed or replaced. Default `5m`. */
  consolidateAfter?: string;
};
