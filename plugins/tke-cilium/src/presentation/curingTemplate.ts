import { ProblemCode } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** Name of a template that the pages lead to. */
export type Template = 'tke-cilium-install' | 'tke-nodepool';

/** Problems whose remedy is to run the install again, or one of its steps. */
const CURED_BY_INSTALL: readonly ProblemCode[] = [
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
];

/** Problems that a pool of other machines gets around. */
const CURED_BY_NODE_POOL: readonly ProblemCode[] = [
  'node-pool-failed',
  'machine-failed',
];

const TEMPLATE_FOR: ReadonlyMap<string, Template> = new Map([
  ...CURED_BY_INSTALL.map(code => [code, 'tke-cilium-install'] as const),
  ...CURED_BY_NODE_POOL.map(code => [code, 'tke-nodepool'] as const),
]);

/** The template that cures the problem with this code, if one does. */
export function curingTemplate(code: string): Template | undefined {
  return TEMPLATE_FOR.get(code);
}
