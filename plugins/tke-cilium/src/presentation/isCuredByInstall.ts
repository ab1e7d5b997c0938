import { ProblemCode } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** Problems whose remedy is to run the install again, or one of its steps. */
const CURED: ReadonlySet<string> = new Set<ProblemCode>([
  'release-failed',
  'release-pending-stale',
  'profile-different',
  'release-changed-elsewhere',
  'api-server-address-drift',
  'cni-config-missing',
  'cni-config-different',
  'cilium-config-broken',
  'cilium-config-different',
  'cilium-config-errors',
  'cilium-config-missing',
  'sysctl-fix-enabled',
  'eni-agent-too-old',
  'tke-component-enabled',
  'agent-daemon-set-missing',
  'operator-missing',
]);

/** Whether the template that installs Cilium cures the problem with this code. */
export function isCuredByInstall(code: string): boolean {
  return CURED.has(code);
}
