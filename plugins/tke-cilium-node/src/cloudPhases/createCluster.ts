import {
  buildCreateCluster,
  checkClusterAccess,
  checkClusterInput,
  checkExistingCluster,
  type ClusterInput,
  getInstallProfile,
  type InstallProfileName,
  type NewClusterAccess,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { PhaseResult } from '../phases/Phase';
import type { ClusterEndpointKind } from '../tencentCloud/TencentCloudKubeconfig';
import {
  callCloud,
  CloudPhaseContext,
  createInCloud,
  runCloudPhase,
} from './CloudPhase';
import { findMadeClusters } from './findMadeClusters';
import { findUnfit, PlannedChartSource } from './findUnfit';
import { refuse } from './refuse';

/** Input of {@link createCluster}. @public */
export type CreateClusterInput = Omit<ClusterInput, 'profile'> & {
  profile: InstallProfileName;
  /** How the cluster would be reached from here. Left out where nothing here works on it later. */
  access?: NewClusterAccess;
  /** The access that is going to be opened. */
  endpoint?: ClusterEndpointKind;
  /** The chart that is going to be installed, and the Helm that installs it. */
  chart?: PlannedChartSource;
  /** An earlier attempt may have made it a moment ago, so lists may not show it yet. */
  triedBefore?: boolean;
  /** Called as soon as the cloud has accepted it, whatever comes of the phase then. */
  onAccepted?: (clusterId: string) => void;
};

/** Outcome of {@link createCluster}. @public */
export type CreateClusterResult = PhaseResult & {
  /** `undefined` in a dry run, unless the cluster is there. */
  clusterId?: string;
};

/**
 * Creates an empty TKE cluster that Cilium can be installed on, unless this product has made it
 * already. Done when the cloud has accepted it; `waitClusterRunning` waits until it runs.
 *
 * @public
 */
export async function createCluster(
  context: CloudPhaseContext,
  input: CreateClusterInput,
): Promise<CreateClusterResult> {
  const { cloud } = context;
  const what = `cluster "${input.name}" in ${cloud.account}, ${cloud.region}`;
  return runCloudPhase('tke:cluster:create', what, context, async phase => {
    const wanted = { ...input, profile: getInstallProfile(input.profile) };
    const malformed = checkClusterInput(wanted);
    const unreachable = input.access
      ? checkClusterAccess(input.access, input.endpoint)
      : [];
    if (malformed.length > 0) {
      // The cloud cannot be asked about what is no id and no CIDR.
      refuse(phase, [...unreachable, ...malformed]);
    }
    const there = await findMadeClusters(phase, wanted);
    refuse(phase, [
      ...unreachable,
      ...there.flatMap(found => checkExistingCluster(found, wanted)),
      ...(there.length > 0 ? [] : await findUnfit(phase, wanted, input.chart)),
    ]);
    if (phase.dryRun) {
      return there.length > 0
        ? {
            changed: false,
            clusterId: there[0].clusterId,
            summary: `Already so: ${what}`,
          }
        : {
            changed: true,
            summary: `Would create ${what}: ${describe(wanted)}`,
          };
    }
    let mine: string | undefined;
    const { id, created } = await createInCloud(phase, {
      what,
      triedBefore: input.triedBefore,
      find: async () => {
        const found = await findMadeClusters(phase, wanted, mine);
        return found.map(({ clusterId }) => clusterId);
      },
      create: async locked => {
        const { ClusterId: clusterId } = await callCloud(
          locked,
          'CreateCluster',
          buildCreateCluster(wanted),
          what,
        );
        if (clusterId) {
          input.onAccepted?.(clusterId);
        }
        mine = clusterId ?? '';
        return mine;
      },
    });
    return {
      changed: created,
      clusterId: id,
      summary: created
        ? `Created ${id}, ${what}: ${describe(wanted)}`
        : `Already so: ${id} is ${what}`,
    };
  });
}

function describe(input: ClusterInput): string {
  const { kubernetesVersion, level = 'L5', serviceCidr, vpcId } = input;
  return `Kubernetes ${kubernetesVersion}, size ${level} (which has a price), VPC-CNI in ${vpcId}, Services in ${serviceCidr}${
    input.karpenter ? ', with Karpenter' : ''
  }`;
}
