import { compareCiliumConfig } from '../../ciliumConfig/compareCiliumConfig';
import { CILIUM_CONFIG, CILIUM_WORKLOADS } from '../../vocabulary/names';
import { hasRelease, notInstalled } from '../installation';
import { createProblem } from '../problems/catalogue';
import { Problem } from '../types';
import { fails, holds, Rule, unknownWithout } from '../verdict';

/** Restarts systemd-sysctl on the node; gone with `sysctlfix.enabled=false`. */
const SYSCTL_FIX = 'apply-sysctl-overwrites';

/**
 * The ConfigMap that the agents read has what Cilium behind VPC-CNI needs, whoever changed it.
 *
 * @remarks
 * Includes row 11 of `cilium status`: errors that Cilium itself notes in annotations of the
 * ConfigMap.
 */
export const ciliumConfigured: Rule = snapshot => {
  const gap =
    unknownWithout(snapshot, 'configMaps', 'daemonSets') ??
    notInstalled(snapshot);
  if (gap) {
    return gap;
  }
  const configMap = snapshot.configMaps[CILIUM_CONFIG];
  if (!configMap) {
    const isDone =
      hasRelease(snapshot) && snapshot.helmRelease?.status === 'deployed';
    return fails(
      'CiliumConfigMissing',
      `The ConfigMap kube-system/${CILIUM_CONFIG} does not exist.`,
      isDone
        ? [createProblem('cilium-config-missing', { name: CILIUM_CONFIG })]
        : [],
    );
  }
  const differences = compareCiliumConfig(configMap.data);
  const textOf = (isVital: boolean) =>
    differences
      .filter(difference => difference.isVital === isVital)
      .map(({ text }) => text)
      .join('; ');
  const [broken, unusual] = [textOf(true), textOf(false)];
  const problems: Problem[] = [];
  if (broken) {
    problems.push(
      createProblem('cilium-config-broken', { differences: broken }),
    );
  }
  if (unusual) {
    problems.push(
      createProblem('cilium-config-different', { differences: unusual }),
    );
  }
  const errors = Object.values(configMap.errors ?? {});
  if (errors.length > 0) {
    problems.push(
      createProblem('cilium-config-errors', { errors: errors.join('; ') }),
    );
  }
  if (
    snapshot.daemonSets[CILIUM_WORKLOADS.agent]?.initContainerNames.includes(
      SYSCTL_FIX,
    )
  ) {
    problems.push(createProblem('sysctl-fix-enabled', {}));
  }
  return broken
    ? fails('CiliumConfigBroken', problems[0].message, problems)
    : {
        ...holds(
          'CiliumConfigured',
          `The ConfigMap kube-system/${CILIUM_CONFIG} has what Cilium behind VPC-CNI needs.`,
        ),
        problems,
      };
};
