import { daemonSetObject } from '../fixtures';
import { reduceDaemonSet, reduceDeployment } from './reduceWorkload';

describe('reduceDaemonSet', () => {
  it('keeps the numbers, the images and only the API server of the environment', () => {
    const object = daemonSetObject('cilium', {
      copies: 3,
      image: 'registry/cilium:v1.18.3',
      release: 'cilium',
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      env: [
        { name: 'KUBERNETES_SERVICE_HOST', value: '169.254.128.7' },
        { name: 'KUBERNETES_SERVICE_PORT', value: '60002' },
        { name: 'TOKEN', value: 'secret' },
      ],
    });
    expect(reduceDaemonSet(object)).toEqual({
      name: 'cilium',
      generation: 2,
      observedGeneration: 2,
      desired: 3,
      ready: 3,
      available: 3,
      unavailable: 0,
      updated: 3,
      occupiedNodes: 3,
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      containers: [
        {
          name: 'cilium-agent',
          image: 'registry/cilium:v1.18.3',
          apiServer: { host: '169.254.128.7', port: '60002' },
        },
      ],
      initContainerNames: ['config'],
      helmRelease: 'cilium',
    });
  });

  it('counts the nodes that still run a pod that does not belong there', () => {
    const object = daemonSetObject('kube-proxy', { copies: 0, image: 'x' });
    object.status = { numberMisscheduled: 2, currentNumberScheduled: 0 };
    expect(reduceDaemonSet(object)).toMatchObject({
      desired: 0,
      occupiedNodes: 2,
    });
  });

  it('does not keep a DaemonSet that has nothing to do with the network', () => {
    expect(
      reduceDaemonSet(
        daemonSetObject('csi-cbs-node', { copies: 1, image: 'x' }),
      ),
    ).toBeUndefined();
  });
});

describe('reduceDeployment', () => {
  it.each([
    ['cilium-operator', true],
    ['hubble-relay', true],
    ['coredns', false],
  ])('%s: kept %s', (name, kept) => {
    expect(reduceDeployment({ metadata: { name } }) !== undefined).toBe(kept);
  });

  it('has one replica unless it says otherwise, and none ready until it says so', () => {
    expect(
      reduceDeployment({ metadata: { name: 'cilium-operator' } }),
    ).toMatchObject({ desired: 1, ready: 0 });
  });
});
