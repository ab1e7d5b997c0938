import { Problem } from '../readiness/types';
import { isAtLeast } from '../versions/version';
import { createFinding } from './findings';

/**
 * The oldest Helm that an install works with: the first whose dry run can leave Secrets out.
 *
 * @public
 */
export const MINIMUM_HELM_VERSION = '3.15.0';

/** The Helm of the host that installs. @public */
export type HelmFacts = {
  /** The program as it was asked for. */
  command: string;
  /** Absent when it cannot be run. */
  version?: string;
  /** Why it cannot be run. */
  failure?: string;
};

/**
 * Whether Helm can install Cilium.
 *
 * @public
 */
export function checkHelm(helm: HelmFacts): Problem[] {
  const { command, version, failure = '' } = helm;
  if (version === undefined) {
    return [createFinding('helm-not-runnable', { command, detail: failure })];
  }
  const minimum = MINIMUM_HELM_VERSION;
  return isAtLeast(version, minimum)
    ? []
    : [createFinding('helm-too-old', { command, version, minimum })];
}
