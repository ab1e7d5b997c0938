import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { PhaseResult } from '../phases/Phase';
import { WaitState, waitUntil } from '../phases/waitUntil';
import { isTencentCloudError } from '../tencentCloud/TencentCloudError';
import type { ClusterEndpointKind } from '../tencentCloud/TencentCloudKubeconfig';
import {
  callCloud,
  CloudPhase,
  CloudPhaseContext,
  pauseBetweenLooks,
  runCloudPhase,
} from './CloudPhase';
import { requireCluster } from './readCluster';

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
      await requireCluster(phase, clusterId);
      const { Status: status } = await readStatus(phase, input);
      const isOpen = status === 'Created' || status === 'Creating';
      if (phase.dryRun) {
        return {
          changed: !isOpen,
          summary: isOpen
            ? `Already so: the ${kind} access of ${clusterId} is ${status}`
            : `Would open the ${kind} access of ${clusterId}`,
        };
      }
      if (!isOpen) {
        await open(phase, input);
      }
      const timeoutMs = (input.timeoutSeconds ?? 900) * 1000;
      const address = await waitForAddress(phase, input, timeoutMs);
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

async function readStatus(
  phase: CloudPhase,
  { clusterId, kind }: OpenEndpointInput,
) {
  return callCloud(
    phase,
    'DescribeClusterEndpointStatus',
    { ClusterId: clusterId, IsExtranet: kind === 'public' },
    `cluster ${clusterId}`,
  );
}

async function open(phase: CloudPhase, input: OpenEndpointInput) {
  const { clusterId, kind, bandwidth = DEFAULT_BANDWIDTH } = input;
  try {
    await callCloud(
      phase,
      'CreateClusterEndpoint',
      {
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
      `cluster ${clusterId}`,
    );
  } catch (error) {
    // Somebody was faster, or the answer was lost: its status tells.
    const { kind: failure, code } = isTencentCloudError(error)
      ? error
      : { kind: undefined, code: undefined };
    const isRefused = failure === undefined || failure === 'credentials';
    if (isRefused || (failure === 'api' && !mayBeOpened(code ?? ''))) {
      throw error;
    }
    phase.log.warn((error as Error).message);
  }
}

function mayBeOpened(code: string): boolean {
  return code.startsWith('ResourceInUse') || code.startsWith('InternalError');
}

async function waitForAddress(
  phase: CloudPhase,
  input: OpenEndpointInput,
  timeoutMs: number,
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
      const { Status: status, ErrorMsg: reason } = await readStatus(
        phase,
        input,
      );
      const isMissing = !['Created', 'Creating'].includes(status ?? '');
      if (status === 'CreateFailed' || (isMissing && isOverdue(start))) {
        throw new ServiceUnavailableError(
          `The ${kind} access of ${clusterId} was not opened: ${
            reason || `it is ${status}`
          }. Correct the cause and run the phase again.`,
        );
      }
      if (status !== 'Created') {
        return { done: false, message: `it is ${status}` };
      }
      const endpoints = await callCloud(
        phase,
        'DescribeClusterEndpoints',
        { ClusterId: clusterId },
        `cluster ${clusterId}`,
      );
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
