import { InstallProfile } from '../profiles/installProfile';
import { createFinding } from './findings';
import { networkModeProblem } from '../readiness/networkModeProblem';
import { Problem } from '../readiness/types';
import { ClusterSnapshot } from '../snapshot/types';
import { checkChartVersion } from '../versions/checkChartVersion';
import { checkAccess } from './checkAccess';
import { checkApiServerAddress } from './checkApiServerAddress';
import { checkComponents } from './checkComponents';
import { checkHelm, HelmFacts } from './checkHelm';
import { checkHelmRelease } from './checkHelmRelease';
import { checkNodes } from './checkNodes';

/** What a cluster is judged against before an install. @public */
export type PreflightExpectation = {
  profile: InstallProfile;
  /** Default: the profile's. */
  chartVersion?: string;
  /**
   * Whether nodes that are there before Cilium block the install (default) or are accepted, to be cleaned up
   * as the guide's preStop path does.
   */
  existingNodes?: 'refuse' | 'accept';
  /** The Helm that is going to install. Left out where that is not known. */
  helm?: HelmFacts;
};

/**
 * Every prerequisite of the guide, judged at once: whoever reads the findings fixes all of them in one go.
 *
 * @returns findings, those with severity `error` first: they block an install
 *
 * @public
 */
export function evaluatePreflight(
  snapshot: ClusterSnapshot,
  {
    profile,
    chartVersion,
    existingNodes = 'refuse',
    helm,
  }: PreflightExpectation,
): Problem[] {
  const helmProblems = helm ? checkHelm(helm) : [];
  if (snapshot.connection.state !== 'connected') {
    // Nothing else is known of the cluster: a list of "unknown" would bury the one finding that matters.
    return [
      ...helmProblems,
      createFinding('cluster-unreachable', {
        detail: snapshot.connection.message ?? '',
      }),
    ];
  }
  return sortBySeverity([
    ...helmProblems,
    ...checkAccess(snapshot),
    ...checkNetwork(snapshot),
    ...checkChartVersion({
      chartVersion: chartVersion ?? profile.chartVersion,
      kubernetesVersion: snapshot.kubernetesVersion,
      minimumKubernetesVersion: profile.minimumKubernetesVersion,
    }),
    ...checkComponents(snapshot),
    ...checkNodes(snapshot, existingNodes),
    ...checkApiServerAddress(snapshot),
    ...checkHelmRelease(snapshot),
  ]);
}

/**
 * Whether any finding blocks an install.
 *
 * @public
 */
export function isBlocked(findings: readonly Problem[]): boolean {
  return findings.some(finding => finding.severity === 'error');
}

/** Without the DaemonSets every network would look unknown; that they are missing is reported as such. */
function checkNetwork(snapshot: ClusterSnapshot): Problem[] {
  const problem =
    snapshot.collections.daemonSets.state === 'synced'
      ? networkModeProblem(snapshot)
      : undefined;
  return problem ? [problem] : [];
}

const SEVERITIES: readonly Problem['severity'][] = ['error', 'warning', 'info'];

function sortBySeverity(problems: readonly Problem[]): Problem[] {
  return SEVERITIES.flatMap(severity =>
    problems.filter(problem => problem.severity === severity),
  );
}
