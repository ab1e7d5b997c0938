import { ConflictError } from '@backstage/errors';
import {
  buildDisablePatch,
  buildPreStopPatch,
  CILIUM_NAMESPACE,
  CILIUM_WORKLOADS,
  getInstallProfile,
  type InstallProfileName,
  isDisabled,
  TKE_DAEMON_SETS,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { listAll } from '../kubernetes/listAll';
import {
  DaemonSet,
  daemonSet,
  isObserved,
  podSelector,
} from '../kubernetes/workloads';
import { KubernetesObject } from '../kubernetes/types';
import { observeCluster } from '../observe/observeCluster';
import { missingDaemonSet } from './missingDaemonSet';
import { patchDaemonSet, PatchOutcome } from './patchDaemonSet';
import { PhaseContext, PhaseResult } from './Phase';
import { Phase, runPhase } from './runPhase';
import { waitForRollout } from './waitForRollout';
import { waitUntil } from './waitUntil';
import { withPhaseLock } from './withPhaseLock';

const NAME = 'tke:cilium:disable-tke-components';
const { kubeProxy, cniAgent, ipMasqAgent } = TKE_DAEMON_SETS;
/** How many of the pods that are left a message names. */
const NAMED_PODS = 3;

/** Input of {@link disableTkeComponents}. @public */
export type DisableTkeComponentsInput = {
  profile: InstallProfileName;
  /**
   * What to do about nodes that were there before Cilium:
   * - `recreate` (default): nothing; they have to be rebooted or recreated
   * - `pre-stop`: have tke-cni-agent remove its CNI configuration from them when it stops.
   *   Waits for Cilium's agents on all of them first, because afterwards nothing else configures Pods.
   */
  existingNodes?: 'recreate' | 'pre-stop';
  /** Leave ip-masq-agent as it is. */
  keepIpMasqAgent?: boolean;
  /** How long each of the waits may take, in seconds. Default 600. */
  timeoutSeconds?: number;
};

/**
 * Switches off the TKE components that Cilium replaces: a nodeSelector that no node matches, so that
 * they can be switched on again (the guide, "卸载 TKE 组件"). Done when no pod of them is left.
 *
 * @public
 */
export async function disableTkeComponents(
  context: PhaseContext,
  input: DisableTkeComponentsInput,
): Promise<PhaseResult> {
  return runPhase(NAME, context, async phase =>
    withPhaseLock(phase, NAME, async locked => {
      const { dryRun } = locked;
      const timeoutMs = (input.timeoutSeconds ?? 600) * 1000;
      await requireKubeProxy(locked);
      const hooked = await cleanUpExistingNodes(locked, input, timeoutMs);

      const names = [
        kubeProxy,
        cniAgent,
        ...(input.keepIpMasqAgent ? [] : [ipMasqAgent]),
      ];
      const outcomes: Record<string, PatchOutcome> = {};
      for (const name of names) {
        outcomes[name] = await patchDaemonSet(locked, name, buildDisablePatch);
        locked.log.info(`${name}: ${describe(outcomes[name], dryRun)}`);
      }
      if (!dryRun) {
        await waitForNoPods(
          locked,
          names.filter(name => outcomes[name] !== 'absent'),
          timeoutMs,
        );
      }
      const switched = names.filter(name => outcomes[name] === 'changed');
      return {
        changed: hooked || switched.length > 0,
        summary: switched.length
          ? `${dryRun ? 'Would switch' : 'Switched'} off ${switched.join(', ')}`
          : `Already so: ${names
              .filter(name => outcomes[name] !== 'absent')
              .join(', ')} are switched off`,
      };
    }),
  );
}

function describe(outcome: PatchOutcome, dryRun: boolean): string {
  switch (outcome) {
    case 'absent':
      return 'not installed, nothing to do';
    case 'changed':
      return dryRun ? 'would be switched off' : 'switched off';
    default:
      return 'already switched off';
  }
}

async function requireKubeProxy(phase: Phase): Promise<void> {
  const found = await phase.connection.kubernetes.get(daemonSet(kubeProxy), {
    signal: phase.signal,
  });
  if (!found) {
    throw missingDaemonSet(
      kubeProxy,
      'The cluster probably uses DataPlaneV2, which brings a Cilium of its own. Nothing was changed; create a cluster without DataPlaneV2.',
    );
  }
}

/** @returns whether a hook was (or would be) added */
async function cleanUpExistingNodes(
  phase: Phase,
  input: DisableTkeComponentsInput,
  timeoutMs: number,
): Promise<boolean> {
  const { connection, signal, log } = phase;
  const { nodes } = await observeCluster(
    connection.kubernetes,
    connection.clusterId,
    { signal, collections: ['nodes'] },
  );
  const existing = nodes.filter(({ kind }) => kind !== 'super').length;
  if (existing === 0) {
    return false;
  }
  if (input.existingNodes !== 'pre-stop') {
    log.warn(
      `The cluster has ${existing} nodes already. Reboot or recreate those that were there before Cilium: rules of kube-proxy and the CNI configuration of tke-cni-agent stay on them.`,
    );
    return false;
  }
  const object = await connection.kubernetes.get<DaemonSet>(
    daemonSet(cniAgent),
    { signal },
  );
  if (!object || isDisabled(object)) {
    // No pod is left that could run the hook.
    return false;
  }
  if (!phase.dryRun) {
    await waitForAgents(phase, timeoutMs);
  }
  const profile = getInstallProfile(input.profile);
  const outcome = await patchDaemonSet(phase, cniAgent, current =>
    buildPreStopPatch(current, profile),
  );
  log.info(
    `${cniAgent}: clean-up hook ${
      outcome === 'already so' ? 'is there' : 'added'
    }`,
  );
  if (!phase.dryRun) {
    await waitForRollout(phase, cniAgent, timeoutMs);
  }
  return outcome === 'changed';
}

/** Without any CNI configuration no Pod could start, so Cilium's has to be on the nodes first. */
async function waitForAgents(phase: Phase, timeoutMs: number): Promise<void> {
  await waitUntil(phase, {
    what: "Cilium's agents to be ready on the existing nodes",
    timeoutMs,
    remedy:
      'The CNI configuration of tke-cni-agent may be removed only after that of Cilium is there. Make the agents ready, then run the phase again.',
    check: async () => {
      const { desired, ready } = await readAgents(phase);
      return desired > 0 && ready === desired
        ? { done: true, value: undefined }
        : { done: false, message: `${ready} of ${desired} agents are ready` };
    },
  });
}

/** @throws ConflictError when Cilium is not installed: no waiting would help */
async function readAgents(
  phase: Phase,
): Promise<{ desired: number; ready: number }> {
  const object = await phase.connection.kubernetes.get<DaemonSet>(
    daemonSet(CILIUM_WORKLOADS.agent),
    { signal: phase.signal },
  );
  if (!object) {
    throw new ConflictError(
      'Cilium is not installed, and the CNI configuration of tke-cni-agent may be removed from existing nodes only after that of Cilium is there. Install Cilium, then run the phase again.',
    );
  }
  const { desiredNumberScheduled: desired = 0, numberReady: ready = 0 } =
    object.status ?? {};
  return { desired, ready };
}

async function waitForNoPods(
  phase: Phase,
  names: string[],
  timeoutMs: number,
): Promise<void> {
  const { connection, signal } = phase;
  await waitUntil(phase, {
    what: `the pods of ${names.join(', ')} to end`,
    timeoutMs,
    remedy:
      'Look for pods that do not end, on nodes that do not answer for example, then run the phase again.',
    check: async () => {
      const left: string[] = [];
      for (const name of names) {
        const object = await connection.kubernetes.get<DaemonSet>(
          daemonSet(name),
          { signal },
        );
        if (!object) {
          continue;
        }
        const pods = await listAll(
          connection.kubernetes,
          { apiVersion: 'v1', plural: 'pods', namespace: CILIUM_NAMESPACE },
          { signal, labelSelector: podSelector(object), metadataOnly: true },
        );
        if (pods.length > 0) {
          left.push(`${pods.length} of ${name} (${describePods(pods)})`);
        } else if (!isObserved(object)) {
          // Its controller may still be making pods for nodes that have just come up.
          left.push(`the controller has not looked at ${name} yet`);
        }
      }
      return left.length
        ? { done: false, message: left.join(', ') }
        : { done: true, value: undefined };
    },
  });
}

/** Names a few of them: a pod that is being deleted and does not end has a node that does not answer. */
function describePods(pods: KubernetesObject[]): string {
  const named = pods
    .slice(0, NAMED_PODS)
    .map(({ metadata: { name, deletionTimestamp } }) =>
      deletionTimestamp
        ? `${name} is being deleted since ${deletionTimestamp}`
        : `${name} is there`,
    );
  const more = pods.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
