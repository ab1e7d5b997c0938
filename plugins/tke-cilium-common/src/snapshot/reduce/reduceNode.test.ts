import { LONG_AGO, nodeObject } from '../fixtures';
import { reduceNode } from './reduceNode';

function labelled(
  name: string,
  labels: Record<string, string>,
  providerID?: string,
) {
  return {
    metadata: { name, labels },
    ...(providerID && { spec: { providerID } }),
  };
}

describe('reduceNode', () => {
  it.each([
    ['super by its name', labelled('eklet-subnet-1', {}), 'super', undefined],
    [
      'super by its instance type',
      labelled('a', { 'node.kubernetes.io/instance-type': 'eklet' }),
      'super',
      undefined,
    ],
    [
      'Karpenter, although it carries the labels of native nodes',
      labelled('a', {
        'karpenter.sh/nodepool': 'default',
        'node.tke.cloud.tencent.com/machineset': 'x',
      }),
      'karpenter',
      'default',
    ],
    [
      'native by its MachineSet',
      labelled('a', { 'node.tke.cloud.tencent.com/machineset': 'np-1' }),
      'native',
      'np-1',
    ],
    [
      'native by its instance id',
      labelled('a', { 'cloud.tencent.com/node-instance-id': 'np-x' }),
      'native',
      undefined,
    ],
    [
      'regular by its pool',
      labelled('a', { 'tke.cloud.tencent.com/nodepool-id': 'np-y' }),
      'regular',
      'np-y',
    ],
    [
      'regular by its provider id',
      labelled('a', {}, 'qcloud:///100003/ins-1'),
      'regular',
      undefined,
    ],
    [
      'regular, although its pool is a MachineSet',
      labelled('a', {
        'node.tke.cloud.tencent.com/machineset': 'np-z',
        'tke.cloud.tencent.com/nodepool-id': 'np-z',
        'cloud.tencent.com/node-instance-id': 'ins-1',
      }),
      'regular',
      'np-z',
    ],
    ['unknown', labelled('a', {}), 'unknown', undefined],
  ])('%s', (_, object, kind, nodePool) => {
    expect(reduceNode(object)).toMatchObject({ kind, nodePool });
  });

  it('keeps what matters of a node', () => {
    expect(reduceNode(nodeObject('10.0.0.1'))).toEqual({
      name: '10.0.0.1',
      kind: 'native',
      ready: true,
      notReady: undefined,
      networkUnavailable: { status: 'False', reason: 'CiliumIsUp' },
      unschedulable: false,
      taints: [],
      kernelVersion: '6.6.117-45.7.3.tl4.x86_64',
      osImage: 'TencentOS Server 4.4',
      instanceType: 'S5.LARGE16',
      zone: '100003',
      nodePool: 'np-pool',
      createdAt: LONG_AGO,
    });
  });

  it('says why a node is not ready', () => {
    const conditions = [
      {
        type: 'Ready',
        status: 'Unknown',
        reason: 'NodeStatusUnknown',
        message: 'Kubelet stopped posting node status.',
      },
    ];
    expect(
      reduceNode(nodeObject('a', { status: { conditions } })),
    ).toMatchObject({
      ready: false,
      notReady: {
        reason: 'NodeStatusUnknown',
        message: 'Kubelet stopped posting node status.',
      },
      networkUnavailable: undefined,
    });
  });

  it.each([undefined, null, 'text', [], {}, { metadata: { name: 3 } }])(
    'makes nothing of %j',
    object => expect(reduceNode(object)).toBeUndefined(),
  );
});
