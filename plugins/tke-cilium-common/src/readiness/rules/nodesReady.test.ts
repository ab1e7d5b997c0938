import { nodeObject, secondsAgo } from '../../snapshot/fixtures';
import { pods } from '../__testUtils__/clusterChanges';
import { judgement, Scenario } from '../__testUtils__/judge';

describe('nodesReady', () => {
  it.each<Scenario>([
    [
      'a node that went down',
      {
        nodes: [
          nodeObject('10.0.0.1'),
          nodeObject('10.0.0.2', {
            status: {
              conditions: [
                {
                  type: 'Ready',
                  status: 'Unknown',
                  reason: 'NodeStatusUnknown',
                  lastTransitionTime: secondsAgo(30),
                },
              ],
            },
          }),
        ],
      },
      'Degraded',
      'False NodesBroken',
      ['node-not-ready'],
    ],
    [
      'a node that joins',
      {
        nodes: [
          nodeObject('10.0.0.1'),
          nodeObject('10.0.0.2', {
            metadata: { name: '10.0.0.2', creationTimestamp: secondsAgo(60) },
            status: {
              conditions: [
                {
                  type: 'Ready',
                  status: 'False',
                  reason: 'KubeletNotReady',
                  lastTransitionTime: secondsAgo(60),
                },
              ],
            },
          }),
        ],
      },
      'Progressing',
      'False NodesJoining',
      [],
    ],
    [
      'a young node that was ready before',
      {
        nodes: [
          nodeObject('10.0.0.1'),
          nodeObject('10.0.0.2', {
            metadata: { name: '10.0.0.2', creationTimestamp: secondsAgo(60) },
            status: {
              conditions: [
                {
                  type: 'Ready',
                  status: 'False',
                  reason: 'KubeletNotReady',
                  lastTransitionTime: secondsAgo(20),
                },
              ],
            },
          }),
        ],
      },
      'Degraded',
      'False NodesBroken',
      ['node-not-ready'],
    ],
    [
      'an old kernel',
      {
        nodes: [
          nodeObject('10.0.0.1'),
          nodeObject('10.0.0.2', {
            status: {
              nodeInfo: { kernelVersion: '5.4.119-19-0009.3' },
              conditions: [{ type: 'Ready', status: 'True' }],
            },
          }),
        ],
      },
      'Degraded',
      'False NodesBroken',
      ['node-kernel-too-old'],
    ],
    [
      'a taint that stays',
      {
        nodes: [
          nodeObject('10.0.0.1'),
          nodeObject('10.0.0.2', {
            spec: {
              taints: [
                {
                  key: 'node.cilium.io/agent-not-ready',
                  effect: 'NoSchedule',
                },
              ],
            },
          }),
        ],
      },
      'Degraded',
      'False NodesBroken',
      ['node-taint-stuck'],
    ],
    [
      'a taint that the operator is about to remove',
      {
        nodes: [
          nodeObject('10.0.0.1', {
            spec: {
              taints: [
                {
                  key: 'node.cilium.io/agent-not-ready',
                  effect: 'NoSchedule',
                },
              ],
            },
          }),
          nodeObject('10.0.0.2'),
        ],
        pods: pods({
          conditions: [
            {
              type: 'Ready',
              status: 'True',
              lastTransitionTime: secondsAgo(5),
            },
          ],
        }),
      },
      'Progressing',
      'False NodesHeld',
      [],
    ],
    [
      'no CiliumNode',
      { 'cilium-nodes': [{ metadata: { name: '10.0.0.1' } }] },
      'Degraded',
      'False NodesBroken',
      ['cilium-node-missing'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('NodesReady', changes)).toEqual(expected);
  });
});
