import { InstallProfile } from '../profiles/installProfile';
import { NodeSurroundings, PlannedNodes } from './plannedNodes';

/** Sizes of a managed control plane: how many nodes it is made for. Each has a price. @public */
export const CLUSTER_LEVELS = [
  'L5',
  'L20',
  'L50',
  'L100',
  'L200',
  'L500',
  'L1000',
  'L3000',
  'L5000',
] as const;

/** One of {@link CLUSTER_LEVELS}. @public */
export type ClusterLevel = (typeof CLUSTER_LEVELS)[number];

/**
 * A TKE cluster that Cilium can be installed on: managed, with VPC-CNI in the mode of shared network
 * interfaces, without nodes. What is not given is as in the guide.
 *
 * @public
 */
export type ClusterInput = {
  /** Of the cluster in the console. There is one of a name in a VPC. */
  name: string;
  /** Decides the oldest Kubernetes and which addons are left out. */
  profile: InstallProfile;
  /** One that TKE offers, for example `1.32.2`. */
  kubernetesVersion: string;
  vpcId: string;
  /** Subnets of the VPC that Pods get their addresses from. */
  podSubnetIds: string[];
  /** Addresses of Services, outside of those of the VPC, with a mask of 17 to 27 bits. */
  serviceCidr: string;
  /** Size of the control plane. Default `L5`. */
  level?: ClusterLevel;
  /** Name of a public image. Default: TencentOS 4. */
  operatingSystem?: string;
  /** Install the Karpenter addon. Default `false`. */
  karpenter?: boolean;
  /** Whether the cloud refuses to delete it. Default `true`. */
  deletionProtection?: boolean;
  /** Entity ref of its owner in the catalog. */
  owner?: string;
  /** Tags besides those that this product sets. */
  tags?: Record<string, string>;
  /** Nodes that are going to follow. None of them is made with the cluster. */
  nodes?: PlannedNodes;
};

/** What is known of the VPC that a cluster is to be in. @public */
export type ClusterSurroundings = {
  /** Versions of Kubernetes that TKE offers; empty when it is not known. */
  kubernetesVersions: readonly string[];
  /** CIDRs of the VPC, secondary ones too; `undefined` when there is no such VPC. */
  vpcCidrs: readonly string[] | undefined;
  subnets: readonly {
    subnetId: string;
    vpcId: string;
    freeAddresses: number;
    zone: string;
  }[];
  /** What there is for nodes; only where some are planned. */
  forNodes?: NodeSurroundings;
};

/** Tags of everything that this product makes in the cloud. @public */
export const CLOUD_TAGS = {
  /** With the value {@link CLOUD_TAG_VALUE}. */
  managedBy: 'tke-cilium:managed-by',
  owner: 'tke-cilium:owner',
  profile: 'tke-cilium:profile',
} as const;

/** Value of the tag `tke-cilium:managed-by`. @public */
export const CLOUD_TAG_VALUE = 'backstage';

/** Public image whose kernel Cilium runs on. @public */
export const DEFAULT_OPERATING_SYSTEM = 'tlinux4_x86_64_public';
