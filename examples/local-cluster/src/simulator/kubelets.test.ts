import { emptyWorld, pod } from '../__testUtils__/world';
import { buildNode } from '../seed/node';
import { kubelets } from './kubelets';
import type { Pod } from './World';

const { now } = emptyWorld();

function secondsAgo(seconds: number): string {
  return new Date(now - seconds * 1000).toISOString();
}

function runningPod(options: {
  ready: 'True' | 'False';
  containersReady?: 'True' | 'False';
  since?: string;
}): Pod {
  const { ready, containersReady = 'True', since = secondsAgo(60) } = options;
  return {
    ...pod({ ready: true }),
    status: {
      phase: 'Running',
      conditions: [
        { type: 'Ready', status: ready, lastTransitionTime: since },
        { type: 'ContainersReady', status: containersReady },
      ],
    },
  };
}

describe('kubelets', () => {
  it.each<[string, Pod, { starting: boolean }, number]>([
    [
      'a pod that was marked while its node was not ready',
      runningPod({ ready: 'False' }),
      { starting: false },
      1,
    ],
    [
      'the agent that its node waits for',
      runningPod({ ready: 'False' }),
      { starting: true },
      1,
    ],
    [
      'not while the controller may still be at work',
      runningPod({ ready: 'False', since: secondsAgo(1) }),
      { starting: false },
      0,
    ],
    [
      'not a pod whose containers are not ready',
      runningPod({ ready: 'False', containersReady: 'False' }),
      { starting: false },
      0,
    ],
    [
      'not a pod that is ready',
      runningPod({ ready: 'True' }),
      { starting: false },
      0,
    ],
    ['not a pod that starts', pod({ ready: false }), { starting: false }, 0],
  ])('sets ready: %s', (_, object, { starting }, patches) => {
    const nodes = [buildNode({ name: 'a', index: 0, starting, now: '' })];
    const actions = kubelets({ ...emptyWorld(), nodes, pods: [object] });
    expect(actions).toHaveLength(patches);
    actions.forEach(action =>
      expect(action).toMatchObject({
        verb: 'patch-status',
        status: { conditions: [{ type: 'Ready', status: 'True' }] },
      }),
    );
  });

  it('says nothing for the kubelet of a node that is not heard of', () => {
    const node = buildNode({ name: 'a', index: 0, starting: false, now: '' });
    node.status.conditions = [{ type: 'Ready', status: 'Unknown' }];
    const pods = [runningPod({ ready: 'False' })];
    expect(kubelets({ ...emptyWorld(), nodes: [node], pods })).toEqual([]);
  });
});
