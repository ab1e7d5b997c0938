import { ServiceUnavailableError } from '@backstage/errors';
import {
  type ClusterSnapshot,
  evaluateReadiness,
  type InstallProfileName,
  type Readiness,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { observeCluster } from '../observe/observeCluster';
import { watchCluster } from '../watch/watchCluster';
import { PhaseContext, PhaseResult } from './Phase';
import { runPhase } from './runPhase';
import { WaitState, waitUntil } from './waitUntil';

const INTERVAL_MS = 500;

/** Input of {@link waitReady}. @public */
export type WaitReadyInput = {
  /** Profile that the cluster should follow. */
  profile?: InstallProfileName;
  /** At least this many nodes with a ready agent. */
  minimumReadyNodes?: number;
  /** Be content with an installed Cilium that has no nodes yet. */
  acceptWaitingForNodes?: boolean;
  /** Default 900. */
  timeoutSeconds?: number;
};

/** Outcome of {@link waitReady}. @public */
export type WaitReadyResult = PhaseResult & { readiness: Readiness };

/**
 * Waits until Cilium is ready, by the rules that the cluster's page shows.
 *
 * @throws as soon as waiting cannot help (`Failed`, `Unsupported`, `NotInstalled`), and after the
 * timeout; either way the message names the conditions that are not met
 *
 * @public
 */
export async function waitReady(
  context: PhaseContext,
  input: WaitReadyInput,
): Promise<WaitReadyResult> {
  return runPhase('tke:cilium:wait-ready', context, async phase => {
    const { connection, signal } = phase;
    if (phase.dryRun) {
      // What the wait is for was not done either, so it can only say how things are.
      const now = evaluate(
        await observeCluster(connection.kubernetes, connection.clusterId, {
          signal,
        }),
        input,
      );
      return {
        changed: false,
        readiness: now,
        summary: `Would wait until Cilium is ready; now it is ${now.phase}: ${now.summary}`,
      };
    }
    let snapshot: ClusterSnapshot | undefined;
    const watch = watchCluster({
      clusterId: connection.clusterId,
      connect: async () => connection,
      onSnapshot: next => {
        snapshot = next;
      },
    });
    try {
      const readiness = await waitUntil(phase, {
        what: 'Cilium to be ready',
        timeoutMs: (input.timeoutSeconds ?? 900) * 1000,
        intervalMs: INTERVAL_MS,
        remedy: `Look at the page of cluster ${connection.clusterId}, do what it proposes, then run the phase again.`,
        check: async () =>
          snapshot && isComplete(snapshot)
            ? judge(evaluate(snapshot, input), input)
            : {
                done: false,
                message:
                  snapshot?.connection.message ?? 'the cluster is being read',
              },
      });
      return {
        changed: false,
        readiness,
        summary: `${readiness.phase}: ${readiness.summary}`,
      };
    } finally {
      await watch.stop();
    }
  });
}

function evaluate(snapshot: ClusterSnapshot, input: WaitReadyInput): Readiness {
  return evaluateReadiness(snapshot, {
    profile: input.profile,
    minimumReadyNodes: input.minimumReadyNodes,
    now: new Date().toISOString(),
  });
}

/** Nothing may be judged, let alone be called failed, while a part of the facts is on its way. */
function isComplete(snapshot: ClusterSnapshot): boolean {
  return Object.values(snapshot.collections).every(
    ({ state }) => state !== 'pending',
  );
}

function judge(
  readiness: Readiness,
  input: WaitReadyInput,
): WaitState<Readiness> {
  const { phase, summary } = readiness;
  if (
    phase === 'Ready' ||
    (phase === 'WaitingForNodes' && input.acceptWaitingForNodes)
  ) {
    return { done: true, value: readiness };
  }
  const message = `${phase}: ${summary} ${unmetConditions(readiness)}`.trim();
  if (['Failed', 'Unsupported', 'NotInstalled'].includes(phase)) {
    const remedies = readiness.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ remedy }) => remedy);
    throw new ServiceUnavailableError([message, ...remedies].join(' '));
  }
  return { done: false, message };
}

function unmetConditions({ conditions }: Readiness): string {
  const unmet = conditions
    .filter(({ status }) => status !== 'True')
    .map(({ type, message }) => `${type}: ${message}`);
  return unmet.length ? `(${unmet.join('; ')})` : '';
}
