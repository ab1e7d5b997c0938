import { LONG_AGO } from '../fixtures';
import { reduceKarpenterNodeClaim } from './reduceKarpenterNodeClaim';
import { reduceKarpenterNodePool } from './reduceKarpenterNodePool';
import { reduceMachine } from './reduceMachine';
import { reduceMachineSet } from './reduceMachineSet';

const TAINT = { key: 'node.cilium.io/agent-not-ready', effect: 'NoSchedule' };

describe('reduceKarpenterNodePool', () => {
  const pool = (spec: object, conditions: object[] = [], text?: string) => ({
    metadata: { name: 'default', creationTimestamp: LONG_AGO },
    spec: {
      template: {
        metadata: {
          annotations: text && {
            'beta.karpenter.k8s.tke.machine.spec/annotations': text,
          },
        },
        spec,
      },
    },
    status: { conditions },
  });

  it('keeps what matters', () => {
    const object = pool(
      {
        startupTaints: [TAINT],
        requirements: [
          {
            key: 'karpenter.k8s.tke/instance-family',
            operator: 'In',
            values: ['S5', 'SA2'],
          },
          {
            key: 'topology.kubernetes.io/zone',
            operator: 'In',
            values: ['100003'],
          },
          {
            key: 'karpenter.k8s.tke/instance-cpu',
            operator: 'Gt',
            values: ['1'],
          },
        ],
      },
      [{ type: 'Ready', status: 'True' }],
      'a=b, node.tke.cloud.tencent.com/image-label=ts4-public',
    );
    expect(reduceKarpenterNodePool(object)).toEqual({
      name: 'default',
      kind: 'karpenter',
      desired: undefined,
      ready: 0,
      instanceTypes: ['S5', 'SA2'],
      zones: ['100003'],
      startupTaint: true,
      imageLabel: 'ts4-public',
      accepted: true,
      failure: undefined,
      createdAt: LONG_AGO,
    });
  });

  it.each([
    ['no conditions yet', [], false, undefined],
    [
      'the cause before its consequence',
      [
        { type: 'Ready', status: 'False', reason: 'NotReady' },
        {
          type: 'NodeClassReady',
          status: 'False',
          reason: 'NodeClassNotReady',
          message: 'Failed to resolve subnets',
        },
      ],
      false,
      { reason: 'NodeClassNotReady', message: 'Failed to resolve subnets' },
    ],
  ])('%s', (_, conditions, accepted, failure) => {
    expect(reduceKarpenterNodePool(pool({}, conditions))).toMatchObject({
      accepted,
      failure,
      startupTaint: false,
    });
  });

  it('knows the older name of the image annotation', () => {
    expect(
      reduceKarpenterNodePool(
        pool({}, [], 'node.tke.cloud.tencent.com/beta-image=ts4-public'),
      )?.imageLabel,
    ).toBe('ts4-public');
  });
});

describe('reduceKarpenterNodeClaim', () => {
  const claim = (...conditions: object[]) => ({
    metadata: { name: 'c', labels: { 'karpenter.sh/nodepool': 'default' } },
    status: { conditions },
  });

  it.each([
    ['nothing yet', claim(), { phase: 'Pending', failure: undefined }],
    [
      'launched',
      claim({ type: 'Launched', status: 'True' }),
      { phase: 'Launched', failure: undefined },
    ],
    [
      'not launched',
      claim({
        type: 'Launched',
        status: 'False',
        reason: 'LaunchFailed',
        message: 'sold out',
      }),
      {
        phase: 'Pending',
        failure: { reason: 'LaunchFailed', message: 'sold out' },
      },
    ],
  ])('%s', (_, object, expected) => {
    expect(reduceKarpenterNodeClaim(object)).toMatchObject({
      kind: 'karpenter',
      pool: 'default',
      ...expected,
    });
  });

  it('is not kept once it is a node', () => {
    expect(
      reduceKarpenterNodeClaim(claim({ type: 'Registered', status: 'True' })),
    ).toBeUndefined();
  });
});

describe('reduceMachineSet', () => {
  it.each([
    ['Native', 'native'],
    ['Regular', 'regular'],
    ['External', undefined],
  ])('type %s is %s', (type, kind) => {
    expect(
      reduceMachineSet({ metadata: { name: 'np-1' }, spec: { type } })?.kind,
    ).toBe(kind);
  });

  it('keeps what matters', () => {
    expect(
      reduceMachineSet({
        metadata: { name: 'np-1' },
        spec: {
          type: 'Native',
          replicas: 3,
          scaling: { minReplicas: 1, maxReplicas: 5 },
          instanceTypes: ['SA5.MEDIUM4'],
          template: {
            metadata: {
              annotations: {
                'node.tke.cloud.tencent.com/image-label': 'ts4-public',
              },
            },
            spec: { taints: [TAINT] },
          },
        },
        status: { readyReplicas: 2, observedGeneration: 1 },
      }),
    ).toMatchObject({
      desired: 3,
      ready: 2,
      minimum: 1,
      maximum: 5,
      instanceTypes: ['SA5.MEDIUM4'],
      startupTaint: true,
      imageLabel: 'ts4-public',
      accepted: true,
    });
  });
});

describe('reduceMachine', () => {
  const machine = (status: object, metadata: object = {}) => ({
    metadata: {
      name: 'm',
      ownerReferences: [{ kind: 'MachineSet', name: 'np-1' }],
      ...metadata,
    },
    status,
  });

  it.each([
    ['Running', undefined, false],
    ['NotReady', undefined, false],
    ['Provisioning', undefined, true],
    ['Failed', 'InsufficientResources', true],
    ['Running', 'InstanceNotFound', true],
  ])('phase %s, failure %s: kept %s', (phase, failureReason, kept) => {
    expect(reduceMachine(machine({ phase, failureReason })) !== undefined).toBe(
      kept,
    );
  });

  it('says why it failed, and whose it is', () => {
    expect(
      reduceMachine(
        machine({
          phase: 'Failed',
          failureReason: 'InsufficientResources',
          failureMessage: 'S5.LARGE16 is sold out',
        }),
      ),
    ).toMatchObject({
      kind: 'native',
      pool: 'np-1',
      failure: {
        reason: 'InsufficientResources',
        message: 'S5.LARGE16 is sold out',
      },
    });
  });

  it("knows Karpenter's machines", () => {
    expect(
      reduceMachine(
        machine(
          { phase: 'Failed', failureReason: 'CreateError' },
          {
            ownerReferences: [{ kind: 'NodeClaim', name: 'default-x' }],
            labels: { 'karpenter.sh/nodepool': 'default' },
          },
        ),
      ),
    ).toMatchObject({ kind: 'karpenter', pool: 'default' });
  });
});
