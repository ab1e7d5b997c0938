import {
  daemonSetObject,
  healthyObjects,
  nodeObject,
  NOW,
  podObject,
  secondsAgo,
  snapshotOf,
} from '../../snapshot/fixtures';
import { JsonObject } from '../../snapshot/json';
import {
  pods,
  NOT_READY,
  waiting,
  CRASHING,
  daemonSets,
  without,
  NOT_INSTALLED,
  NO_NODES,
  EKLET,
} from '../__testUtils__/clusterChanges';
import { judge, judgement, Scenario } from '../__testUtils__/judge';
import { evaluateReadiness } from '../evaluateReadiness';

describe('agentsReady', () => {
  it.each<Scenario>([
    [
      'nothing is installed, which is no problem',
      NOT_INSTALLED,
      'NotInstalled',
      'False NotInstalled',
      [],
    ],
    [
      'a super node alone is no node for Cilium',
      {
        ...NO_NODES,
        nodes: [EKLET],
        pods: [podObject('cilium-s', 'eklet-1', { 'k8s-app': 'cilium' })],
      },
      'WaitingForNodes',
      'False WaitingForNodes',
      [],
    ],
    [
      'an agent that starts',
      {
        pods: pods({
          ...waiting('ContainerCreating'),
          startTime: secondsAgo(60),
        }),
      },
      'Progressing',
      'False AgentsStarting',
      [],
    ],
    [
      'an agent that takes too long to start',
      {
        pods: pods({
          ...waiting('ContainerCreating'),
          startTime: secondsAgo(301),
        }),
      },
      'Degraded',
      'False AgentsBroken',
      ['agent-not-ready'],
    ],
    [
      'an agent that stopped being ready',
      { pods: pods(NOT_READY) },
      'Degraded',
      'False AgentsBroken',
      ['agent-not-ready'],
    ],
    [
      'an image that cannot be pulled, at once',
      {
        pods: pods({
          ...waiting('ImagePullBackOff', 'not found'),
          startTime: secondsAgo(5),
        }),
      },
      'Degraded',
      'False AgentsBroken',
      ['agent-image-pull-failed'],
    ],
    [
      'one crashing agent of two',
      { pods: pods(CRASHING) },
      'Degraded',
      'False AgentsBroken',
      ['agent-crash-loop'],
    ],
    [
      'every agent crashing',
      {
        nodes: [nodeObject('10.0.0.1')],
        pods: pods(CRASHING).slice(0, 2),
        'operator-pods': (
          healthyObjects()['operator-pods'] as JsonObject[]
        ).slice(0, 1),
      },
      'Failed',
      'False AgentsBroken',
      ['agent-crash-loop'],
    ],
    [
      'no agent on an old node, and the DaemonSet counts none there',
      {
        pods: pods({}).slice(1),
        'daemon-sets': daemonSets({
          ...daemonSets()[0],
          status: {
            ...(daemonSets()[0].status as JsonObject),
            currentNumberScheduled: 1,
          },
        }),
      },
      'Degraded',
      'False AgentsBroken',
      ['agent-missing-on-node'],
    ],
    [
      'an agent that was deleted a moment ago',
      { pods: pods({}).slice(1) },
      'Progressing',
      'False AgentsStarting',
      [],
    ],
    [
      'no agent yet on a node that has just joined',
      {
        nodes: [
          nodeObject('10.0.0.2'),
          nodeObject('10.0.0.3', {
            metadata: { name: '10.0.0.3', creationTimestamp: secondsAgo(10) },
          }),
        ],
      },
      'Progressing',
      'False AgentsStarting',
      [],
    ],
    [
      'an evicted agent is replaced',
      { pods: pods({ ...NOT_READY, phase: 'Failed', reason: 'Evicted' }) },
      'Progressing',
      'False AgentsStarting',
      [],
    ],
    [
      'a failed agent is not',
      { pods: pods({ ...NOT_READY, phase: 'Failed', reason: 'OutOfpods' }) },
      'Degraded',
      'False AgentsBroken',
      ['agent-not-ready'],
    ],
    [
      'a rollout that has not started',
      {
        'daemon-sets': daemonSets({
          ...(daemonSets()[0] as JsonObject),
          metadata: {
            ...(daemonSets()[0].metadata as JsonObject),
            generation: 3,
          },
        }),
      },
      'Progressing',
      'False RolloutNotStarted',
      [],
    ],
    [
      'a rollout on its way',
      {
        'daemon-sets': daemonSets({
          ...(daemonSets()[0] as JsonObject),
          status: {
            ...(daemonSets()[0].status as JsonObject),
            updatedNumberScheduled: 1,
          },
        }),
      },
      'Progressing',
      'False RollingOut',
      [],
    ],
    [
      'no DaemonSet of agents although the release is deployed',
      { 'daemon-sets': without('cilium') },
      'Degraded',
      'False DaemonSetMissing',
      ['agent-daemon-set-missing'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('AgentsReady', changes)).toEqual(expected);
  });

  it('counts the nodes that share a problem, and names the first', () => {
    const names = ['a', 'b', 'c', 'd'];
    const objects = healthyObjects(names);
    const [problem] = evaluateReadiness(
      snapshotOf({
        ...objects,
        pods: (objects.pods as JsonObject[]).map((pod, index) =>
          index % 2 === 0
            ? { ...pod, status: waiting('ErrImagePull', 'not found') }
            : pod,
        ),
      }),
      { now: NOW },
    ).problems;
    expect(problem.message).toBe(
      'The Cilium agent on 4 nodes (a, b, c, …) cannot pull the image quay.tencentcloudcr.com/cilium/cilium:v1.18.12 (ErrImagePull): not found.',
    );
    expect(problem.parameters).toMatchObject({ count: 4, nodes: 'a, b, c, …' });
  });

  it('does not count pods on super nodes', () => {
    const objects = healthyObjects();
    const readiness = judge({
      nodes: [...(objects.nodes as JsonObject[]), EKLET],
      pods: [
        ...(objects.pods as JsonObject[]),
        {
          ...podObject('cilium-s', 'eklet-1', { 'k8s-app': 'cilium' }),
          status: { phase: 'Pending' },
        },
      ],
      'daemon-sets': daemonSets(
        daemonSetObject('cilium', {
          copies: 3,
          image: 'quay.io/cilium/cilium:v1.18.12',
          release: 'cilium',
          env: [
            { name: 'KUBERNETES_SERVICE_HOST', value: '169.254.128.7' },
            { name: 'KUBERNETES_SERVICE_PORT', value: '60002' },
          ],
        }),
      ),
    });
    expect(readiness.phase).toBe('Ready');
    expect(readiness.workloads.agent.desired).toBe(2);
    expect(readiness.nodes.map(({ cilium }) => cilium)).toEqual([
      'ready',
      'ready',
      'not-applicable',
    ]);
  });
});
