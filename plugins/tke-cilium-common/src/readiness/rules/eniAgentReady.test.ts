import { daemonSetObject } from '../../snapshot/fixtures';
import { daemonSets } from '../__testUtils__/clusterChanges';
import { judgement, Scenario } from '../__testUtils__/judge';

describe('eniAgentReady', () => {
  it.each<Scenario>([
    [
      'an old tke-eni-agent',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('tke-eni-agent', {
            copies: 2,
            image: 'registry:5000/tke-eni-agent:v3.7.5@sha256:00',
          }),
        ),
      },
      'Degraded',
      'False EniAgentTooOld',
      ['eni-agent-too-old'],
    ],
    [
      'a tke-eni-agent whose version nobody can tell',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('tke-eni-agent', { copies: 2, image: 'x@sha256:00' }),
        ),
      },
      'Ready',
      'Unknown VersionUnknown',
      [],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('EniAgentReady', changes)).toEqual(expected);
  });
});
