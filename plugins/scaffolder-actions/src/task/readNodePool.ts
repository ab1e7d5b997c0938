import { ActionContext } from '@backstage/plugin-scaffolder-node';
import {
  DEFAULT_INSTALL_PROFILE,
  InstallProfileName,
  NodeTaint,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { DEFAULT_TIMEOUT_SECONDS } from '../schema/timeoutField';
import { wasTriedBefore } from './startCloudPhase';

/** What the actions of native and of regular pools have in common in their input. */
export type NodePoolFields = {
  clusterId: string;
  profile?: InstallProfileName;
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
  timeoutSeconds?: number;
};

/**
 * The same for the phase, with the defaults filled in, which the scaffolder never does, and with
 * whether an earlier attempt of the step may have made the pool.
 */
export async function readNodePool(
  ctx: Pick<ActionContext<NodePoolFields>, 'input' | 'checkpoint' | 'isDryRun'>,
) {
  const { input } = ctx;
  const { clusterId, name, replicas } = input;
  return {
    clusterId,
    name,
    profile: input.profile ?? DEFAULT_INSTALL_PROFILE,
    subnetIds: input.subnetIds,
    securityGroupIds: input.securityGroupIds,
    sshKeyIds: input.sshKeyIds,
    replicas,
    minimumReplicas: input.minimumReplicas ?? 0,
    maximumReplicas: input.maximumReplicas ?? replicas,
    diskSize: input.diskSize,
    labels: input.labels,
    taints: input.taints,
    waitForNodes: input.waitForNodes,
    triedBefore: await wasTriedBefore(ctx, `${clusterId}.${name}`),
    timeoutSeconds: input.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
  };
}
