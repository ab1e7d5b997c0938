import { daemonSetObject } from '../../snapshot/fixtures';
import { daemonSets, NOT_INSTALLED } from '../__testUtils__/clusterChanges';
import { judgement, Scenario } from '../__testUtils__/judge';

describe('supported', () => {
  it.each<Scenario>([
    [
      'Global Router',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('tke-bridge-agent', { copies: 2, image: 'x' }),
        ),
      },
      'Unsupported',
      'False NetworkNotSupported',
      ['network-global-router'],
    ],
    [
      "somebody else's Cilium",
      {
        'daemon-sets': daemonSets(
          daemonSetObject('cilium', { copies: 2, image: 'quay.io/x:v1.16.5' }),
        ),
      },
      'Unsupported',
      'False NetworkNotSupported',
      ['foreign-cilium'],
    ],
    [
      'DataPlaneV2',
      {
        ...NOT_INSTALLED,
        'daemon-sets': [
          daemonSetObject('tke-eni-agent', {
            copies: 2,
            image: 'x/eni:v3.8.3',
          }),
        ],
      },
      'Unsupported',
      'False NetworkNotSupported',
      ['network-dataplane-v2'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('Supported', changes)).toEqual(expected);
  });
});
