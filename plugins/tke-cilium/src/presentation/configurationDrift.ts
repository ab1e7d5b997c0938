import {
  Condition,
  ConditionType,
  Problem,
  ProblemCode,
  Readiness,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** What of Cilium's configuration is not as it should be. */
export type Difference = {
  code: string;
  severity: Problem['severity'];
  /** What differs: the name of an object or of a setting. */
  subject: string;
  /** What exactly, as far as the rules say. Else the problem says it. */
  details: string[];
  problem: Problem;
};

/** What is known of how the configuration differs from what it should be. */
export type Drift = {
  differences: Difference[];
  /** What could not be compared. */
  unknown: Condition[];
};

const COMPARED: ReadonlySet<ConditionType> = new Set([
  'ReleaseDeployed',
  'CniConfigured',
  'CiliumConfigured',
  'ApiServerAddressCurrent',
]);

const SUBJECT_OF: ReadonlyMap<string, string> = new Map<ProblemCode, string>([
  ['profile-different', 'profile'],
  ['release-changed-elsewhere', 'Helm release cilium'],
  ['release-failed', 'Helm release cilium'],
  ['release-pending-stale', 'Helm release cilium'],
  ['cni-config-missing', 'ConfigMap cni-config'],
  ['cni-config-different', 'ConfigMap cni-config'],
  ['cilium-config-missing', 'ConfigMap cilium-config'],
  ['cilium-config-broken', 'ConfigMap cilium-config'],
  ['cilium-config-different', 'ConfigMap cilium-config'],
  ['cilium-config-errors', 'ConfigMap cilium-config'],
  ['sysctl-fix-enabled', 'sysctlfix.enabled'],
  ['api-server-address-drift', 'k8sServiceHost'],
]);

/**
 * How the configuration in the cluster differs from what Cilium behind VPC-CNI needs, as far as the
 * rules have compared it.
 */
export function configurationDrift(readiness: Readiness): Drift {
  return {
    differences: readiness.problems.flatMap(problem => {
      const subject = SUBJECT_OF.get(problem.code);
      const { code, severity } = problem;
      return subject
        ? [{ code, severity, subject, details: detailsOf(problem), problem }]
        : [];
    }),
    unknown: readiness.conditions.filter(
      ({ type, status }) => status === 'Unknown' && COMPARED.has(type),
    ),
  };
}

function detailsOf({ parameters = {} }: Problem): string[] {
  const { differences, difference, errors, configured, current } = parameters;
  if (configured !== undefined && current !== undefined) {
    return [`${configured} → ${current}`];
  }
  const listed = differences ?? difference ?? errors;
  return listed === undefined ? [] : String(listed).split('; ');
}
