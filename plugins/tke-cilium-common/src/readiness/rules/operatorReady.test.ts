import { healthyObjects, podObject } from '../../snapshot/fixtures';
import { JsonObject } from '../../snapshot/json';
import { CRASHING, NO_NODES } from '../__testUtils__/clusterChanges';
import { judgement, Scenario } from '../__testUtils__/judge';

describe('operatorReady', () => {
  it.each<Scenario>([
    [
      'parity caveat b: an empty cluster, the operator pending',
      NO_NODES,
      'WaitingForNodes',
      'False WaitingForNodes',
      [],
    ],
    [
      'parity caveat c: one node, one replica of the operator',
      {
        ...healthyObjects(['10.0.0.1']),
        'operator-pods': [
          podObject('o-1', '10.0.0.1', { 'io.cilium/app': 'operator' }),
          {
            ...podObject('o-2', '', { 'io.cilium/app': 'operator' }),
            status: {
              phase: 'Pending',
              conditions: [
                {
                  type: 'PodScheduled',
                  status: 'False',
                  message: "didn't match pod anti-affinity rules",
                },
              ],
            },
          },
        ],
      },
      'Ready',
      'True OneReplicaPerNode',
      [],
    ],
    [
      'an operator that crashes',
      {
        deployments: (healthyObjects().deployments as JsonObject[]).map(
          object => ({
            ...object,
            status: { ...(object.status as JsonObject), readyReplicas: 1 },
          }),
        ),
        'operator-pods': [
          {
            ...podObject('o', '10.0.0.1', { 'io.cilium/app': 'operator' }),
            status: CRASHING,
          },
        ],
      },
      'Degraded',
      'False OperatorBroken',
      ['operator-not-ready'],
    ],
    [
      'no operator',
      { deployments: [] },
      'Degraded',
      'False DeploymentMissing',
      ['operator-missing'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('OperatorReady', changes)).toEqual(expected);
  });
});
