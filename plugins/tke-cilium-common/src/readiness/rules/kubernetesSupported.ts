import { judgeKubernetesVersion } from '../../versions/kubernetesCompatibility';
import { sayCompatibilityUnknown } from '../../versions/sayCompatibilityUnknown';
import { parseVersion } from '../../versions/version';
import { agentVersion } from '../ciliumVersion';
import { notInstalled } from '../installation';
import { createProblem } from '../problems/catalogue';
import { fails, holds, Rule, unknown, unknownWithout } from '../verdict';

/**
 * The cluster runs a Kubernetes that the installed Cilium goes with.
 *
 * @remarks
 * Upstream calls what it does not test untested, not broken: worth a note on a cluster that runs,
 * while the preflight warns before anything is installed.
 */
export const kubernetesSupported: Rule = snapshot => {
  const gap = unknownWithout(snapshot, 'daemonSets') ?? notInstalled(snapshot);
  if (gap) {
    return gap;
  }
  const { kubernetesVersion } = snapshot;
  const chartVersion = agentVersion(snapshot);
  if (!kubernetesVersion || !chartVersion || !parseVersion(chartVersion)) {
    return unknown(
      'VersionsUnknown',
      'The version of Kubernetes or of Cilium is not known.',
    );
  }
  const versions = { kubernetesVersion, chartVersion };
  const judgement = judgeKubernetesVersion(kubernetesVersion, chartVersion);
  switch (judgement.verdict) {
    case 'too-old': {
      const problem = createProblem(
        'kubernetes-version-too-old',
        { ...versions, minimum: judgement.minimum },
        'warning',
      );
      return fails('KubernetesTooOld', problem.message, [problem]);
    }
    case 'untested': {
      const problem = createProblem(
        'kubernetes-version-untested',
        { ...versions, tested: `${judgement.from}–${judgement.to}` },
        'info',
      );
      return {
        ...holds('KubernetesUntested', problem.message),
        problems: [problem],
      };
    }
    case 'unknown':
      return unknown('CompatibilityUnknown', sayCompatibilityUnknown(versions));
    default:
      return holds(
        'KubernetesTested',
        `Cilium ${chartVersion} is tested with Kubernetes ${kubernetesVersion}.`,
      );
  }
};
