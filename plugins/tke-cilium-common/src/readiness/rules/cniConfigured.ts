import { compareCniConfig } from '../../cni/compareCniConfig';
import { CNI_CONFIG } from '../../vocabulary/names';
import { isInstalled } from '../installation';
import { createProblem } from '../problems/catalogue';
import { fails, holds, Rule, unknownWithout } from '../verdict';

/** The ConfigMap with the CNI chain exists and is the one of the guide. */
export const cniConfigured: Rule = snapshot => {
  const gap = unknownWithout(snapshot, 'configMaps');
  if (gap) {
    return gap;
  }
  const configMap = snapshot.configMaps[CNI_CONFIG];
  if (!configMap) {
    return fails(
      'CniConfigMissing',
      `The ConfigMap kube-system/${CNI_CONFIG} does not exist.`,
      isInstalled(snapshot)
        ? [createProblem('cni-config-missing', { name: CNI_CONFIG })]
        : [],
    );
  }
  const { matches, difference } = compareCniConfig(configMap.data);
  if (!matches) {
    const problem = createProblem('cni-config-different', {
      name: CNI_CONFIG,
      difference: difference ?? '',
    });
    return fails('CniConfigDifferent', problem.message, [problem]);
  }
  return holds(
    'CniConfigured',
    `The ConfigMap kube-system/${CNI_CONFIG} is as the guide prescribes.`,
  );
};
