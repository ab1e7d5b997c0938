import { nodeObject } from '../../snapshot/fixtures';
import { EKLET } from '../__testUtils__/clusterChanges';
import { judgement, Scenario } from '../__testUtils__/judge';

describe('endpointsManaged', () => {
  it.each<Scenario>([
    [
      'Pods without an endpoint',
      {
        'cilium-endpoints': 37,
        'unmanaged-pods': { total: 3, names: ['default/a', 'default/b'] },
      },
      'Ready',
      'False PodsUnmanaged',
      ['unmanaged-pods'],
    ],
    [
      'too few endpoints, and nobody knows yet whose are missing',
      { 'cilium-endpoints': 37 },
      'Ready',
      'Unknown NotCompared',
      [],
    ],
    [
      'parity caveat a: Pods on super nodes never have an endpoint',
      {
        nodes: [nodeObject('10.0.0.1'), nodeObject('10.0.0.2'), EKLET],
        'cilium-endpoints': 37,
        'unmanaged-pods': { total: 0, names: [] },
      },
      'Ready',
      'True AllManaged',
      [],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('EndpointsManaged', changes)).toEqual(expected);
  });
});
