import { daemonSetObject, healthyObjects } from '../snapshot/fixtures';
import { JsonObject } from '../snapshot/json';
import { daemonSets } from './__testUtils__/clusterChanges';
import { judgement, Scenario } from './__testUtils__/judge';

describe('advisories', () => {
  it.each<Scenario>([
    [
      'a version with known faults',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('cilium', {
            copies: 2,
            image: 'quay.io/cilium/cilium:v1.18.3',
            release: 'cilium',
            env: [
              { name: 'KUBERNETES_SERVICE_HOST', value: '169.254.128.7' },
              { name: 'KUBERNETES_SERVICE_PORT', value: '60002' },
            ],
          }),
        ),
      },
      'Ready',
      'True AllAgentsReady',
      ['version-known-bad'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('AgentsReady', changes)).toEqual(expected);
  });

  it.each<Scenario>([
    [
      'a Hubble relay that is not ready',
      {
        deployments: [
          ...(healthyObjects().deployments as JsonObject[]),
          { metadata: { name: 'hubble-relay' }, spec: { replicas: 1 } },
        ],
      },
      'Ready',
      'True OperatorReady',
      ['hubble-not-ready'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('OperatorReady', changes)).toEqual(expected);
  });
});
