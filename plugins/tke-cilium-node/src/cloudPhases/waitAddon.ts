import { ServiceUnavailableError } from '@backstage/errors';
import { isAtLeast } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { PhaseResult } from '../phases/Phase';
import { WaitState, waitUntil } from '../phases/waitUntil';
import { maskAccountIds } from '../tencentCloud/maskAccountIds';
import {
  CloudPhase,
  CloudPhaseContext,
  pauseBetweenLooks,
  runCloudPhase,
} from './CloudPhase';
import { hasFailed, readAddon } from './readAddon';
import { requireCluster } from './readCluster';

/** Input of {@link waitAddon}. @public */
export type WaitAddonInput = {
  clusterId: string;
  addon: string;
  /** Wait for at least this version. */
  minimumVersion?: string;
  /** Default 900. */
  timeoutSeconds?: number;
};

/**
 * Waits until an addon is installed. On a cluster without nodes it is enough that the cloud has
 * noted the version: its Pods have nowhere to run, and it never says that it succeeded.
 *
 * @public
 */
export async function waitAddon(
  context: CloudPhaseContext,
  input: WaitAddonInput,
): Promise<PhaseResult> {
  const { clusterId, addon } = input;
  return runCloudPhase('tke:addon:wait', clusterId, context, async phase => {
    if (phase.dryRun) {
      return {
        changed: false,
        summary: `Would wait for the addon ${addon}`,
      };
    }
    const summary = await waitUntil(phase, {
      what: `the addon ${addon}`,
      timeoutMs: (input.timeoutSeconds ?? 900) * 1000,
      intervalMs: pauseBetweenLooks,
      remedy:
        'Look at the addons of the cluster in the console, then run the phase again.',
      check: () => look(phase, input),
    });
    return { changed: false, summary };
  });
}

async function look(
  phase: CloudPhase,
  { clusterId, addon, minimumVersion }: WaitAddonInput,
): Promise<WaitState<string>> {
  const present = await readAddon(phase, clusterId, addon);
  const { AddonVersion: version = '', Phase: state = '' } = present ?? {};
  if (present && hasFailed(present)) {
    throw new ServiceUnavailableError(
      `The addon ${addon} of ${clusterId} is ${state}: ${
        maskAccountIds(present.Reason ?? '') || 'no reason was given'
      }. Correct the cause, then run tke:addon:install again: it tries once more.`,
    );
  }
  if (!present || (minimumVersion && !isAtLeast(version, minimumVersion))) {
    return {
      done: false,
      message: present ? `it has version ${version}` : 'it is not installed',
    };
  }
  if (state === 'Succeeded' || state === 'Running') {
    return { done: true, value: `The addon ${addon} ${version} is installed` };
  }
  const { ClusterNodeNum: nodes } = await requireCluster(phase, clusterId);
  return nodes === 0
    ? {
        done: true,
        value: `The addon ${addon} ${version} is noted; its Pods start with the first node`,
      }
    : { done: false, message: `it is ${state}` };
}
