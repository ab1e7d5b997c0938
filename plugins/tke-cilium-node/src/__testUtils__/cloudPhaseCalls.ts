import {
  CloudPhaseContext,
  createCluster,
  createNativeNodePool,
  createRegularNodePool,
  createSuperNode,
  deleteCluster,
  deleteSuperNode,
  installAddon,
  openEndpoint,
  waitAddon,
  waitClusterRunning,
} from '../cloudPhases';
import { PhaseResult } from '../phases/Phase';
import { CloudPhaseTest, POOL, SUPER_NODE } from './CloudPhaseTest';

/** What a phase is tried with. */
export type CloudPhaseAttempt = {
  test: CloudPhaseTest;
  context: CloudPhaseContext;
  /** Empty before there is a cluster. */
  clusterId: string;
  /** As an action knows from its checkpoint. */
  triedBefore?: boolean;
};

const ENI_AGENT = { addon: 'eniipamd', minimumVersion: '3.8.0' };

/**
 * Every phase in the cloud with what the stand-in has room for, by the id of its action. One after
 * the other they make a cluster with everything in it, and delete it.
 */
export const CLOUD_PHASE_CALLS = {
  'tke:cluster:create': ({ context, test, triedBefore }) =>
    createCluster(context, { ...test.input, triedBefore }),
  'tke:cluster:wait-running': ({ context, clusterId }) =>
    waitClusterRunning(context, { clusterId }),
  'tke:supernode:create': ({ context, clusterId, triedBefore }) =>
    createSuperNode(context, { ...SUPER_NODE, clusterId, triedBefore }),
  'tke:cluster:open-endpoint': ({ context, clusterId }) =>
    openEndpoint(context, {
      clusterId,
      kind: 'intranet',
      subnetId: SUPER_NODE.subnetId,
    }),
  'tke:addon:install, an upgrade': ({ context, clusterId }) =>
    installAddon(context, { ...ENI_AGENT, clusterId }),
  'tke:addon:install': ({ context, clusterId }) =>
    installAddon(context, { clusterId, addon: 'karpenter' }),
  'tke:addon:wait': ({ context, clusterId }) =>
    waitAddon(context, { clusterId, addon: ENI_AGENT.addon }),
  'tke:nodepool:create-native': ({ context, clusterId, triedBefore }) =>
    createNativeNodePool(context, {
      ...POOL,
      clusterId,
      instanceTypes: ['SA5.MEDIUM4'],
      triedBefore,
    }),
  'tke:nodepool:create-regular': ({ context, clusterId, triedBefore }) =>
    createRegularNodePool(context, {
      ...POOL,
      clusterId,
      instanceType: 'S5.MEDIUM4',
      triedBefore,
    }),
  'tke:supernode:delete': ({ context, clusterId }) =>
    deleteSuperNode(context, { clusterId }),
  'tke:cluster:delete': ({ context, clusterId, test }) =>
    deleteCluster(context, {
      clusterId,
      confirmName: test.input.name,
      liftProtection: true,
    }),
} satisfies Record<
  string,
  (attempt: CloudPhaseAttempt) => Promise<PhaseResult>
>;

/** The same phases with what else they can be asked for. */
export const OTHER_CLOUD_PHASE_CALLS = {
  'tke:cluster:create, with Karpenter': ({ context, test, triedBefore }) =>
    createCluster(context, { ...test.input, karpenter: true, triedBefore }),
  'tke:cluster:open-endpoint, public': ({ context, clusterId }) =>
    openEndpoint(context, {
      clusterId,
      kind: 'public',
      securityGroupId: SUPER_NODE.securityGroupIds[0],
    }),
} satisfies Record<
  string,
  (attempt: CloudPhaseAttempt) => Promise<PhaseResult>
>;

/** The id of the action of a call. */
export function actionOf(call: string): string {
  return call.split(',')[0];
}
