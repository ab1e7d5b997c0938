import { isAtLeast, minorVersion } from './version';

/**
 * Which Kubernetes a minor version of Cilium goes with.
 *
 * @public
 */
export type KubernetesCompatibility = {
  /** Oldest Kubernetes minor that the guide accepts for it. */
  minimum: string;
  /** The range that upstream tests end to end, when it is known. */
  tested?: { from: string; to: string };
  docsUrl: string;
};

/**
 * By minor version of Cilium. Outside the tested range upstream says "untested", not "forbidden".
 *
 * @remarks
 * 1.18: upstream's compatibility page, floor of the source document. 1.19: floor of the guide of 2026; its
 * upstream table was not found.
 *
 * @public
 */
export const KUBERNETES_COMPATIBILITY: Readonly<
  Record<string, KubernetesCompatibility>
> = {
  '1.18': {
    minimum: '1.30.0',
    tested: { from: '1.30', to: '1.33' },
    docsUrl:
      'https://docs.cilium.io/en/v1.18/network/kubernetes/compatibility/',
  },
  '1.19': {
    minimum: '1.32.0',
    docsUrl:
      'https://docs.cilium.io/en/v1.19/network/kubernetes/compatibility/',
  },
};

/** What {@link judgeKubernetesVersion} says. @public */
export type KubernetesVerdict =
  | { verdict: 'tested' }
  | { verdict: 'untested'; from: string; to: string }
  | { verdict: 'unknown' }
  | { verdict: 'too-old'; minimum: string };

/**
 * Whether a version of Kubernetes goes with a version of Cilium.
 *
 * @param floor - oldest Kubernetes that the install profile accepts, if one counts
 *
 * @public
 */
export function judgeKubernetesVersion(
  kubernetesVersion: string,
  chartVersion: string,
  floor = '0.0.0',
): KubernetesVerdict {
  const known = KUBERNETES_COMPATIBILITY[minorVersion(chartVersion) ?? ''];
  const minimum =
    known && isAtLeast(known.minimum, floor) ? known.minimum : floor;
  if (!isAtLeast(kubernetesVersion, minimum)) {
    return { verdict: 'too-old', minimum };
  }
  if (!known?.tested) {
    return { verdict: 'unknown' };
  }
  const minor = minorVersion(kubernetesVersion) ?? '';
  return isAtLeast(minor, known.tested.from) &&
    isAtLeast(known.tested.to, minor)
    ? { verdict: 'tested' }
    : { verdict: 'untested', ...known.tested };
}
