import { ServiceUnavailableError } from '@backstage/errors';
import { PhaseResult } from '../phases/Phase';
import { WaitState, waitUntil } from '../phases/waitUntil';
import {
  CloudPhase,
  CloudPhaseContext,
  pauseBetweenLooks,
  runCloudPhase,
} from './CloudPhase';
import { hasRunningNodes } from './hasRunningNodes';
import { noSuchCluster, readCluster } from './readCluster';

/** How long a new cluster may be missing from lists. */
const LISTED_WITHIN_MS = 60_000;

/** Input of {@link waitClusterRunning}. @public */
export type WaitClusterRunningInput = {
  clusterId: string;
  /** Default 1800. */
  timeoutSeconds?: number;
};

/** Outcome of {@link waitClusterRunning}. @public */
export type WaitClusterRunningResult = PhaseResult & {
  /** Whether nodes run in it already. */
  hasNodes: boolean;
};

/** Waits until a new cluster runs, and tells whether it is as empty as a new one. @public */
export async function waitClusterRunning(
  context: CloudPhaseContext,
  input: WaitClusterRunningInput,
): Promise<WaitClusterRunningResult> {
  const { clusterId, timeoutSeconds = 1800 } = input;
  return runCloudPhase(
    'tke:cluster:wait-running',
    clusterId,
    context,
    async phase => {
      if (phase.dryRun) {
        const cluster = await readCluster(phase, clusterId);
        return {
          changed: false,
          hasNodes: cluster ? await hasRunningNodes(phase, clusterId) : false,
          summary: `Would wait until ${clusterId} runs; now it is ${
            cluster?.ClusterStatus ?? 'not there'
          }`,
        };
      }
      const start = Date.now();
      await waitUntil(phase, {
        what: `cluster ${clusterId} to run`,
        timeoutMs: timeoutSeconds * 1000,
        intervalMs: pauseBetweenLooks,
        remedy: 'Look at the cluster in the console, then run the phase again.',
        check: () => look(phase, clusterId, Date.now() - start),
      });
      const hasNodes = await hasRunningNodes(phase, clusterId);
      return {
        changed: false,
        hasNodes,
        summary: `Cluster ${clusterId} runs${hasNodes ? ', with nodes' : ''}`,
      };
    },
  );
}

async function look(
  phase: CloudPhase,
  clusterId: string,
  waitedMs: number,
): Promise<WaitState<undefined>> {
  const cluster = await readCluster(phase, clusterId);
  if (!cluster && waitedMs > LISTED_WITHIN_MS) {
    throw noSuchCluster(phase, clusterId);
  }
  const status = cluster?.ClusterStatus;
  if (status === 'Abnormal' || status === 'Deleting') {
    throw new ServiceUnavailableError(
      `Cluster ${clusterId} is ${status}, so it will not run. Look at it in the console; delete it before you create it again.`,
    );
  }
  return status === 'Running'
    ? { done: true, value: undefined }
    : { done: false, message: `it is ${status || 'not listed yet'}` };
}
