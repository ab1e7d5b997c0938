import { JsonObject } from '../json';
import { podObject } from '../fixtures';
import { reducePod } from './reducePod';

const AGENT = { 'k8s-app': 'cilium' };

function withStatus(status: JsonObject, spec: JsonObject = {}) {
  const pod = podObject('cilium-x', 'node-a', AGENT);
  return {
    ...pod,
    spec: { ...(pod.spec as JsonObject), ...spec },
    status: { ...(pod.status as JsonObject), ...status },
  };
}

describe('reducePod', () => {
  it.each([
    [{ 'k8s-app': 'cilium' }, 'cilium'],
    [{ 'k8s-app': 'kube-proxy' }, 'kube-proxy'],
    [
      { 'io.cilium/app': 'operator', name: 'cilium-operator' },
      'cilium-operator',
    ],
  ])('finds the component of a pod with %j', (labels, component) => {
    expect(reducePod(podObject('x', 'a', labels))?.component).toBe(component);
  });

  it('does not keep a pod of something else', () => {
    expect(reducePod(podObject('x', 'a', { app: 'shop' }))).toBeUndefined();
  });

  it.each([
    [
      'a crash loop in an init container',
      {
        initContainerStatuses: [
          {
            name: 'config',
            restartCount: 4,
            state: {
              waiting: { reason: 'CrashLoopBackOff', message: 'back-off' },
            },
            lastState: {
              terminated: { exitCode: 1, message: 'operation not permitted\n' },
            },
          },
        ],
        containerStatuses: [
          {
            name: 'cilium-agent',
            restartCount: 0,
            state: { waiting: { reason: 'PodInitializing' } },
          },
        ],
      },
      {
        restarts: 4,
        waiting: {
          container: 'config',
          reason: 'CrashLoopBackOff',
          message: 'back-off',
        },
        lastTermination: {
          container: 'config',
          exitCode: 1,
          message: 'operation not permitted',
        },
      },
    ],
    [
      'an image that cannot be pulled, before what is ordinary',
      {
        containerStatuses: [
          { name: 'a', state: { waiting: { reason: 'ContainerCreating' } } },
          { name: 'b', state: { waiting: { reason: 'ImagePullBackOff' } } },
        ],
      },
      { waiting: { container: 'b', reason: 'ImagePullBackOff' } },
    ],
    [
      'an ordinary start',
      {
        containerStatuses: [
          { name: 'a', state: { waiting: { reason: 'ContainerCreating' } } },
        ],
      },
      { waiting: { container: 'a', reason: 'ContainerCreating' } },
    ],
    [
      'an init container that ended well',
      {
        initContainerStatuses: [
          { name: 'config', state: { terminated: { exitCode: 0 } } },
        ],
      },
      { waiting: undefined, lastTermination: undefined },
    ],
    [
      'a pod that failed',
      { phase: 'Failed', reason: 'Evicted', message: 'low on memory' },
      { failure: { reason: 'Evicted', message: 'low on memory' } },
    ],
    [
      'a pod that no node has room for',
      {
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            message: '0/1 nodes are available',
          },
        ],
      },
      { ready: false, unschedulable: '0/1 nodes are available' },
    ],
  ])('%s', (_, status, expected) => {
    expect(reducePod(withStatus(status))).toMatchObject(expected);
  });

  it('knows the node that a DaemonSet made an unscheduled pod for', () => {
    const pod = withStatus(
      { phase: 'Pending' },
      {
        nodeName: undefined,
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                {
                  matchFields: [
                    {
                      key: 'metadata.name',
                      operator: 'In',
                      values: ['node-b'],
                    },
                  ],
                },
              ],
            },
          },
        },
      },
    );
    expect(reducePod(pod)?.nodeName).toBe('node-b');
  });
});
