import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  Cluster,
  DescribeClusterEndpointsResponse,
} from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import { PhaseResult } from '../phases/Phase';
import { WaitState, waitUntil } from '../phases/waitUntil';
import { isAnswerLost } from '../tencentCloud/isAnswerLost';
import { maskAccountIds } from '../tencentCloud/maskAccountIds';
import { isTencentCloudError } from '../tencentCloud/TencentCloudError';
import type { ClusterEndpointKind } from '../tencentCloud/TencentCloudKubeconfig';
import { changeWhenSettled } from './changeWhenSettled';
import {
  callCloud,
  CloudPhase,
  CloudPhaseContext,
  pauseBetweenLooks,
  runCloudPhase,
} from './CloudPhase';
import { hasRunningNodes } from './hasRunningNodes';
import { requireCluster } from './readCluster';
import { isOpenOrOpening, readEndpointStatus } from './readEndpointStatus';
import { refuseUnfitNodes } from './refuseUnfitNodes';
import { listSuperNodePools } from './superNode';

const DEFAULT_BANDWIDTH = 10;
/** How long an endpoint whose creation got no answer may not be there. */
const BEGUN_WITHIN_MS = 30_000;

/** Input of {@link openEndpoint}. @public */
export type OpenEndpointInput = {
  clusterId: string;
  kind: ClusterEndpointKind;
  /** Subnet of the load balancer: for the intranet. */
  subnetId?: string;
  /** Security group of the load balancer: for public access. */
  securityGroupId?: string;
  /** Bandwidth of public access in Mbit/s. Default 10. */
  bandwidth?: number;
  /** Asks the API server for something, where the backend is to reach it. */
  reach?: (signal: AbortSignal) => Promise<unknown>;
  /** Default 900. */
  timeoutSeconds?: number;
};

/** Outcome of {@link openEndpoint}. @public */
export type OpenEndpointResult = PhaseResult & {
  /** Address of the API server; `undefined` in a dry run. */
  address?: string;
};

/**
 * Opens the API server of a cluster to its VPC or to the public. Done when it has an address and, on
 * request, answers.
 *
 * @public
 */
export async function openEndpoint(
  context: CloudPhaseContext,
  input: OpenEndpointInput,
): Promise<OpenEndpointResult> {
  const { clusterId, kind, reach } = input;
  return runCloudPhase(
    'tke:cluster:open-endpoint',
    clusterId,
    context,
    async phase => {
      checkInput(input);
      const cluster = await requireCluster(phase, clusterId);
      const { Status: before } = await readEndpointStatus(
        phase,
        clusterId,
        kind,
      );
      const isOpen = isOpenOrOpening(before);
      if (phase.dryRun) {
        if (before === 'Created') {
          refuseOther(await readEndpoints(phase, clusterId), input);
        } else if (!isOpen) {
          await refuseUnopenable(phase, cluster, input);
        }
        return {
          changed: !isOpen,
          summary: isOpen
            ? `Already so: the ${kind} access of ${clusterId} is ${before}`
            : `Would open the ${kind} access of ${clusterId} (whose load balancer has a price)`,
        };
      }
      const timeoutMs = (input.timeoutSeconds ?? 900) * 1000;
      if (!isOpen) {
        await open(phase, input, timeoutMs);
      }
      const address = await waitForAddress(phase, input, timeoutMs, before);
      if (reach) {
        await waitForAnswer(phase, input, reach, timeoutMs);
      }
      return {
        changed: !isOpen,
        address,
        summary: `${
          isOpen ? 'Already so' : 'Opened'
        }: the API server of ${clusterId} has the ${kind} address ${address}`,
      };
    },
  );
}

function checkInput({ kind, subnetId, securityGroupId }: OpenEndpointInput) {
  if (kind === 'public' && !securityGroupId) {
    throw new InputError(
      'Public access needs a security group: it says who may reach the API server.',
    );
  }
  if (kind === 'intranet' && !subnetId) {
    throw new InputError(
      'Access from the VPC needs a subnet for its load balancer.',
    );
  }
}

/** What the API would refuse, of a dry run. */
async function refuseUnopenable(
  phase: CloudPhase,
  cluster: Cluster,
  { clusterId, kind, subnetId, securityGroupId }: OpenEndpointInput,
): Promise<void> {
  await refuseUnfitNodes(phase, cluster, {
    subnetIds: kind === 'intranet' && subnetId ? [subnetId] : [],
    securityGroupIds:
      kind === 'public' && securityGroupId ? [securityGroupId] : [],
  });
  if (kind === 'public') {
    const superNodes = await listSuperNodePools(phase, clusterId);
    const isCarried =
      superNodes.some(({ isReady }) => isReady) ||
      (await hasRunningNodes(phase, clusterId));
    if (!isCarried) {
      throw new ConflictError(
        `No node of ${clusterId} runs that could carry public access. Nothing was changed. Add a super node or another node first.`,
      );
    }
  }
}

async function open(
  phase: CloudPhase,
  input: OpenEndpointInput,
  timeoutMs: number,
) {
  const { clusterId, kind, bandwidth = DEFAULT_BANDWIDTH } = input;
  try {
    await changeWhenSettled(phase, {
      clusterId,
      timeoutMs,
      action: 'CreateClusterEndpoint',
      request: {
        ClusterId: clusterId,
        IsExtranet: kind === 'public',
        ...(kind === 'public'
          ? {
              SecurityGroup: input.securityGroupId,
              ExtensiveParameters: JSON.stringify({
                InternetAccessible: {
                  InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR',
                  InternetMaxBandwidthOut: bandwidth,
                },
              }),
            }
          : { SubnetId: input.subnetId }),
      },
    });
  } catch (error) {
    // Somebody was faster, or the answer was lost: its status tells.
    if (!isAnswerLost(error) && !isInUse(error)) {
      throw error;
    }
    phase.log.warn((error as Error).message);
  }
  phase.leaves(`the ${kind} access of ${clusterId}`);
}

function isInUse(error: unknown): boolean {
  return (
    isTencentCloudError(error) &&
    error.code?.startsWith('ResourceInUse') === true
  );
}

async function readEndpoints(phase: CloudPhase, clusterId: string) {
  return callCloud(
    phase,
    'DescribeClusterEndpoints',
    { ClusterId: clusterId },
    `cluster ${clusterId}`,
  );
}

/** Who may reach the API server, and from where, was decided by whoever opened it. */
function refuseOther(
  found: DescribeClusterEndpointsResponse,
  { clusterId, kind, subnetId, securityGroupId }: OpenEndpointInput,
): void {
  const [what, there, wanted] =
    kind === 'public'
      ? ['the security group', found.SecurityGroup, securityGroupId]
      : ['its load balancer in', found.ClusterIntranetSubnetId, subnetId];
  if (there && there !== wanted) {
    throw new ConflictError(
      `The ${kind} access of ${clusterId} is open already, with ${what} ${there}, not ${wanted}. Nothing was changed. Ask for what it has, or change it in the console.`,
    );
  }
}

async function waitForAddress(
  phase: CloudPhase,
  input: OpenEndpointInput,
  timeoutMs: number,
  before: string | undefined,
): Promise<string> {
  const { clusterId, kind } = input;
  const start = Date.now();
  return waitUntil(phase, {
    what: `the ${kind} access of ${clusterId}`,
    timeoutMs,
    intervalMs: pauseBetweenLooks,
    remedy:
      'Look at the access of the cluster in the console, then run the phase again.',
    check: async (): Promise<WaitState<string>> => {
      const { Status: status, ErrorMsg: reason } = await readEndpointStatus(
        phase,
        clusterId,
        kind,
      );
      // What is said of an earlier attempt may be said for a while.
      const hasFailed = status === 'CreateFailed' && before !== status;
      if (hasFailed || (!isOpenOrOpening(status) && isOverdue(start))) {
        throw new ServiceUnavailableError(
          `The ${kind} access of ${clusterId} was not opened: ${
            maskAccountIds(reason ?? '') || `it is ${status}`
          }. Correct the cause and run the phase again.`,
        );
      }
      if (status !== 'Created') {
        return { done: false, message: `it is ${status}` };
      }
      const endpoints = await readEndpoints(phase, clusterId);
      refuseOther(endpoints, input);
      const address =
        kind === 'public'
          ? endpoints.ClusterExternalEndpoint
          : endpoints.ClusterIntranetEndpoint;
      return address
        ? { done: true, value: address }
        : { done: false, message: 'it has no address yet' };
    },
  });
}

function isOverdue(start: number): boolean {
  return Date.now() - start > BEGUN_WITHIN_MS;
}

async function waitForAnswer(
  phase: CloudPhase,
  { clusterId }: OpenEndpointInput,
  reach: (signal: AbortSignal) => Promise<unknown>,
  timeoutMs: number,
): Promise<void> {
  await waitUntil(phase, {
    what: `the API server of ${clusterId} to answer`,
    timeoutMs,
    intervalMs: pauseBetweenLooks,
    remedy:
      'Check that the backend host may reach the address (security group, network), and that the configuration names this kind of access; then run the phase again.',
    check: async () => {
      try {
        await reach(phase.signal);
        return { done: true, value: undefined };
      } catch (error) {
        return { done: false, message: (error as Error).message };
      }
    },
  });
}
