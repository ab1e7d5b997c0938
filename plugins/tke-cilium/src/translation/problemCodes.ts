import { ProblemCode } from '@tke-cilium/backstage-plugin-tke-cilium-common';

// The catalogue itself would bring the English texts, which come with every answer of the backend.
// The type refuses a missing code, and one that there is not.
const CODES: Record<ProblemCode, true> = {
  'cluster-unreachable': true,
  'permission-missing': true,
  'read-failed': true,
  'release-failed': true,
  'release-changed-elsewhere': true,
  'profile-different': true,
  'release-pending-stale': true,
  'network-global-router': true,
  'network-dataplane-v2': true,
  'network-cilium-overlay': true,
  'foreign-cilium': true,
  'network-unknown': true,
  'eni-agent-too-old': true,
  'eni-agent-not-ready': true,
  'cni-config-missing': true,
  'cni-config-different': true,
  'cilium-config-missing': true,
  'cilium-config-broken': true,
  'cilium-config-different': true,
  'cilium-config-errors': true,
  'sysctl-fix-enabled': true,
  'api-server-address-drift': true,
  'crds-missing': true,
  'tke-component-enabled': true,
  'node-not-ready': true,
  'node-taint-stuck': true,
  'node-network-unavailable': true,
  'node-address-unavailable': true,
  'node-kernel-too-old': true,
  'cilium-node-missing': true,
  'unmanaged-pods': true,
  'node-pool-failed': true,
  'machine-failed': true,
  'startup-taint-missing': true,
  'kubernetes-version-too-old': true,
  'kubernetes-version-untested': true,
  'agent-daemon-set-missing': true,
  'agent-image-pull-failed': true,
  'agent-crash-loop': true,
  'agent-not-ready': true,
  'agent-missing-on-node': true,
  'operator-missing': true,
  'operator-not-ready': true,
  'envoy-not-ready': true,
  'hubble-not-ready': true,
  'version-known-bad': true,
};

/** Every problem that this page has words for. */
export const PROBLEM_CODES = Object.keys(CODES) as ProblemCode[];

/** A newer backend may know problems that this page does not. */
export function isKnownProblem(code: string): code is ProblemCode {
  return code in CODES;
}
