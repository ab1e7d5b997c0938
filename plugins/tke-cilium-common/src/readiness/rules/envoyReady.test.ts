import { healthyObjects } from '../../snapshot/fixtures';
import { JsonObject } from '../../snapshot/json';
import { CRASHING, without } from '../__testUtils__/clusterChanges';
import { judgement, Scenario } from '../__testUtils__/judge';

describe('envoyReady', () => {
  it.each<Scenario>([
    [
      'Envoy inside the agent',
      { 'daemon-sets': without('cilium-envoy') },
      'Ready',
      'True Embedded',
      [],
    ],
    [
      'a crashing Envoy',
      {
        pods: (healthyObjects().pods as JsonObject[]).map((pod, index) =>
          index === 1 ? { ...pod, status: CRASHING } : pod,
        ),
      },
      'Degraded',
      'False EnvoyBroken',
      ['envoy-not-ready'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('EnvoyReady', changes)).toEqual(expected);
  });
});
