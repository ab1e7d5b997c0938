import { clusterConsoleUrl } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** What a cluster's tab may lead to. */
export const LINK_TARGETS = ['console', 'grafana', 'hubble'] as const;

/** One of {@link LINK_TARGETS}. */
export type LinkTarget = (typeof LINK_TARGETS)[number];

/** Where there is nothing configured. */
const DEFAULTS: Partial<Record<LinkTarget, string>> = {
  console: clusterConsoleUrl('{clusterId}'),
};

/**
 * The links of a cluster, made from the addresses of the configuration.
 *
 * @param addressOf - the configured address with its placeholders; `undefined`: none is configured
 */
export function clusterLinks(
  addressOf: (target: LinkTarget) => string | undefined,
  cluster: {
    clusterId: string;
    region: string | undefined;
    /** The console does not know it. */
    simulation: boolean;
  },
): { target: LinkTarget; href: string }[] {
  const { simulation, ...values } = cluster;
  return LINK_TARGETS.flatMap(target => {
    if (target === 'console' && simulation) {
      return [];
    }
    const href = fillIn(addressOf(target) ?? DEFAULTS[target], values);
    return href && isWebAddress(href) ? [{ target, href }] : [];
  });
}

/** `undefined` when a placeholder has nothing to stand for. */
function fillIn(
  address: string | undefined,
  values: Record<string, string | undefined>,
): string | undefined {
  let isComplete = true;
  const filled = address?.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    isComplete &&= value !== undefined;
    return encodeURIComponent(value ?? '');
  });
  return isComplete ? filled : undefined;
}

/** An entity's annotation must not turn a link into a script. */
function isWebAddress(href: string): boolean {
  return /^https?:\/\//i.test(href);
}
