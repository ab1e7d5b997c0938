import {
  chooseDisableOrder,
  evaluatePreflight,
  getInstallProfile,
  type InstallProfile,
  type InstallProfileName,
  Problem,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { HelmClient } from '../helm/HelmClient';
import { observeCluster } from '../observe/observeCluster';
import { PhaseContext, PhaseResult } from './Phase';
import { runPhase } from './runPhase';

/** Input of {@link runPreflight}. @public */
export type PreflightInput = {
  profile: InstallProfileName;
  /** Default: the profile's. */
  chartVersion?: string;
  /** Whether nodes that are there before Cilium block the install (default) or are accepted. */
  existingNodes?: 'refuse' | 'accept';
  /** The Helm that is going to install. Left out where another host installs. */
  helm?: HelmClient;
};

/** Outcome of {@link runPreflight}. @public */
export type PreflightResult = PhaseResult & {
  /** All findings. Those of severity `error` block an install. */
  problems: Problem[];
  /** When the TKE components have to be switched off on this cluster. */
  disableTkeComponents: InstallProfile['disableTkeComponents'];
};

/**
 * Checks every prerequisite of the install and changes nothing.
 *
 * @returns all findings at once; it does not throw because of them
 *
 * @public
 */
export async function runPreflight(
  context: PhaseContext,
  input: PreflightInput,
): Promise<PreflightResult> {
  return runPhase('tke:cilium:preflight', context, async phase => {
    const { connection, log, signal } = phase;
    const profile = getInstallProfile(input.profile);
    const chartVersion = input.chartVersion ?? profile.chartVersion;
    phase.waitingFor('Helm');
    const helm = await input.helm?.facts(signal);
    phase.waitingFor('the facts of the cluster');
    const snapshot = await observeCluster(
      connection.kubernetes,
      connection.clusterId,
      { signal },
    );
    const problems = evaluatePreflight(snapshot, {
      profile,
      chartVersion,
      existingNodes: input.existingNodes,
      helm,
    });
    for (const { severity, message, remedy } of problems) {
      const say = severity === 'info' ? log.info : log.warn;
      say(`${severity}: ${message} ${remedy}`);
    }
    const blocking = problems.filter(({ severity }) => severity === 'error');
    return {
      changed: false,
      problems,
      disableTkeComponents: chooseDisableOrder(profile, snapshot),
      summary: blocking.length
        ? `${blocking.length} of ${problems.length} findings on ${connection.clusterId} block the install of Cilium ${chartVersion}`
        : `Nothing on ${connection.clusterId} blocks the install of Cilium ${chartVersion} (${problems.length} findings)`,
    };
  });
}
