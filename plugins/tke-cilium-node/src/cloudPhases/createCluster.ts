import { ConflictError } from '@backstage/errors';
import {
  buildCreateCluster,
  checkClusterAccess,
  checkClusterInput,
  CLOUD_TAG_VALUE,
  CLOUD_TAGS,
  type ClusterInput,
  getInstallProfile,
  type InstallProfileName,
  type NewClusterAccess,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { Cluster } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import { PhaseResult } from '../phases/Phase';
import { tagOf } from '../tencentCloud/listMadeClusters';
import type { ClusterEndpointKind } from '../tencentCloud/TencentCloudKubeconfig';
import {
  callCloud,
  CloudPhase,
  CloudPhaseContext,
  createInCloud,
  runCloudPhase,
} from './CloudPhase';
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
    const there = await findClusters(phase, wanted);
    const unfit =
      there.length > 0 ? [] : await findUnfit(phase, wanted, input.chart);
    refuse(phase, [...unreachable, ...unfit]);
    if (phase.dryRun) {
      return there.length > 0
        ? {
            changed: false,
            clusterId: there[0],
            summary: `Already so: ${what}`,
          }
        : {
            changed: true,
            summary: `Would create ${what}: ${describe(wanted)}`,
          };
    }
    const { id, created } = await createInCloud(phase, {
      what,
      triedBefore: input.triedBefore,
      find: () => findClusters(phase, wanted),
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
        return clusterId ?? '';
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

/** @returns the ids of the clusters of this name in the VPC, made by this product as they are wanted */
async function findClusters(
  phase: CloudPhase,
  wanted: ClusterInput,
): Promise<string[]> {
  const { Clusters: clusters = [] } = await callCloud(
    phase,
    'DescribeClusters',
    {
      Filters: [{ Name: 'ClusterName', Values: [wanted.name] }],
      Limit: 100,
    },
    `the clusters named "${wanted.name}"`,
  );
  const same = clusters.filter(
    cluster =>
      cluster.ClusterName === wanted.name &&
      cluster.ClusterNetworkSettings?.VpcId === wanted.vpcId &&
      cluster.ClusterStatus !== 'Deleting',
  );
  same.forEach(cluster => refuseOther(cluster, wanted));
  return same.flatMap(({ ClusterId: id }) => id ?? []);
}

function refuseOther(cluster: Cluster, wanted: ClusterInput): void {
  const { ClusterId: id, ClusterVersion: version } = cluster;
  if (tagOf(cluster, CLOUD_TAGS.managedBy) !== CLOUD_TAG_VALUE) {
    throw new ConflictError(
      `${wanted.vpcId} has a cluster of this name already, ${id}, and it was not made here (it has no tag ${CLOUD_TAGS.managedBy}). Choose another name.`,
    );
  }
  const serviceCidr = cluster.ClusterNetworkSettings?.ServiceCIDR;
  const differences = [
    ...(version !== wanted.kubernetesVersion
      ? [`Kubernetes ${version}, not ${wanted.kubernetesVersion}`]
      : []),
    ...(serviceCidr !== wanted.serviceCidr
      ? [`the service CIDR ${serviceCidr}, not ${wanted.serviceCidr}`]
      : []),
  ];
  if (differences.length > 0) {
    throw new ConflictError(
      `${id} has this name already, with ${differences.join(
        ' and ',
      )}. Choose another name, or ask for what it has.`,
    );
  }
}

function describe(input: ClusterInput): string {
  const { kubernetesVersion, level = 'L5', serviceCidr, vpcId } = input;
  return `Kubernetes ${kubernetesVersion}, size ${level} (which has a price), VPC-CNI in ${vpcId}, Services in ${serviceCidr}${
    input.karpenter ? ', with Karpenter' : ''
  }`;
}
