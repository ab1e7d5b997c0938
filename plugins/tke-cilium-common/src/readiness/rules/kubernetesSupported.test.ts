import { daemonSetObject, NOW, snapshotOf } from '../../snapshot/fixtures';
import { daemonSets } from '../__testUtils__/clusterChanges';
import { codes, condition } from '../__testUtils__/judge';
import { evaluateReadiness } from '../evaluateReadiness';

describe('kubernetesSupported', () => {
  it.each([
    ['v1.33.4-tke.1', '1.18.12', 'True KubernetesTested', []],
    [
      'v1.34.4-tke.1',
      '1.18.12',
      'True KubernetesUntested',
      ['kubernetes-version-untested'],
    ],
    [
      'v1.28.3',
      '1.18.12',
      'False KubernetesTooOld',
      ['kubernetes-version-too-old'],
    ],
    ['v1.34.4-tke.1', '1.19.2', 'Unknown CompatibilityUnknown', []],
    [undefined, '1.18.12', 'Unknown VersionsUnknown', []],
    ['v1.33.4', 'latest', 'Unknown VersionsUnknown', []],
  ])(
    'judges Kubernetes %s with Cilium %s: %s',
    (kubernetesVersion, cilium, verdict, problems) => {
      const snapshot = {
        ...snapshotOf({
          'daemon-sets': daemonSets(
            daemonSetObject('cilium', {
              copies: 2,
              image: `quay.io/cilium/cilium:${
                cilium === 'latest' ? cilium : `v${cilium}`
              }`,
              release: 'cilium',
            }),
          ),
        }),
        kubernetesVersion,
      };
      const readiness = evaluateReadiness(snapshot, { now: NOW });
      expect(condition(readiness, 'KubernetesSupported')).toBe(verdict);
      expect(codes(readiness).filter(code => /kubernetes/.test(code))).toEqual(
        problems,
      );
      // A cluster that serves its Pods is not called broken for a version.
      expect(readiness.phase).toBe('Ready');
    },
  );
});
