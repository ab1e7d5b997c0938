import { NodeTaint } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** The part of an action's input that `cloudNodePoolFields` describes, with its cluster. */
export type NodePoolFields = {
  clusterId: string;
  name: string;
  subnetIds: string[];
  securityGroupIds: string[];
  sshKeyIds: string[];
  replicas: number;
  minimumReplicas?: number;
  maximumReplicas?: number;
  diskSize?: number;
  labels?: Record<string, string>;
  taints?: NodeTaint[];
  waitForNodes?: number;
};

/** The same with the defaults filled in: the scaffolder never runs zod's. */
export function readNodePool(input: NodePoolFields) {
  const { replicas, minimumReplicas = 0, maximumReplicas = replicas } = input;
  return {
    clusterId: input.clusterId,
    name: input.name,
    subnetIds: input.subnetIds,
    securityGroupIds: input.securityGroupIds,
    sshKeyIds: input.sshKeyIds,
    replicas,
    minimumReplicas,
    maximumReplicas,
    diskSize: input.diskSize,
    labels: input.labels,
    taints: input.taints,
    waitForNodes: input.waitForNodes,
  };
}
