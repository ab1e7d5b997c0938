import { defineProblem } from './definition';
import { LINKS } from './links';

/** Problems of versions that do not go together. */
export const VERSION_PROBLEMS = {
  'kubernetes-version-too-old': defineProblem<{
    kubernetesVersion: string;
    chartVersion: string;
    minimum: string;
  }>({
    severity: 'error',
    message: p =>
      `The cluster runs Kubernetes ${p.kubernetesVersion}; Cilium ${p.chartVersion} needs ${p.minimum} or newer.`,
    remedy: 'Upgrade the cluster, or create a new one.',
    docsUrl: LINKS.kubernetesCompatibility,
  }),
  'kubernetes-version-untested': defineProblem<{
    kubernetesVersion: string;
    chartVersion: string;
    tested: string;
  }>({
    severity: 'warning',
    message: p =>
      `Cilium ${p.chartVersion} is tested with Kubernetes ${p.tested}; the cluster runs ${p.kubernetesVersion}.`,
    remedy:
      'It usually works. Try it on a cluster without production load first.',
    docsUrl: LINKS.kubernetesCompatibility,
  }),
};
