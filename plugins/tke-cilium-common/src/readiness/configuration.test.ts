import {
  ClusterObjects,
  helmReleaseObject,
  NOW,
  snapshotOf,
} from '../snapshot/fixtures';
import { RELEASE_LABELS } from '../vocabulary/names';
import { ciliumConfig, withLabels } from './__testUtils__/clusterChanges';
import { judge } from './__testUtils__/judge';
import { evaluateReadiness } from './evaluateReadiness';

describe('configuration', () => {
  it.each<[string, ClusterObjects, object | undefined]>([
    [
      'as the profile makes it',
      {},
      { profile: 'guide-2026-08', total: 0, differences: [] },
    ],
    [
      'with an override',
      { 'cilium-config': ciliumConfig({ data: { debug: 'true' } }) },
      {
        profile: 'guide-2026-08',
        total: 1,
        differences: [{ key: 'debug', expected: 'false', actual: 'true' }],
      },
    ],
    ['that is gone', { 'cilium-config': [] }, undefined],
    [
      'of a chart whose defaults are not known',
      {
        'helm-releases': [
          withLabels(helmReleaseObject(1, 'deployed'), {
            [RELEASE_LABELS.chartVersion]: '1.99.0',
          }),
        ],
      },
      undefined,
    ],
  ])('%s', (_, changes, expected) => {
    expect(judge(changes).configuration).toEqual(expected);
  });

  it.each(['pending', 'forbidden', 'failed'] as const)(
    'is not compared when ConfigMaps are %s',
    state => {
      const snapshot = snapshotOf();
      snapshot.collections.configMaps = { state };
      expect(
        evaluateReadiness(snapshot, { now: NOW }).configuration,
      ).toBeUndefined();
    },
  );
});
