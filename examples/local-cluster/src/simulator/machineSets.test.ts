import { emptyWorld } from '../__testUtils__/world';
import { MACHINE_API, MACHINE_SET_LABEL } from './machines';
import { machineSets } from './machineSets';
import type { Action, CustomResource, World } from './World';

function machineSet(replicas: number, status?: object): CustomResource {
  return {
    apiVersion: MACHINE_API,
    kind: 'MachineSet',
    metadata: { name: 'np-a', uid: '1', generation: 1 },
    spec: { type: 'Native', replicas },
    status: status as CustomResource['status'],
  };
}

function machine(name: string, phase = 'Provisioning'): CustomResource {
  return {
    apiVersion: MACHINE_API,
    kind: 'Machine',
    metadata: {
      name,
      labels: { [MACHINE_SET_LABEL]: 'np-a' },
      ownerReferences: [
        { apiVersion: MACHINE_API, kind: 'MachineSet', name: 'np-a', uid: '1' },
      ],
    },
    spec: {},
    status: { phase },
  };
}

function names(actions: Action[]): string[] {
  return actions.flatMap(action =>
    action.verb === 'create' || action.verb === 'delete'
      ? `${action.verb} ${action.object.metadata.name}`
      : [],
  );
}

describe('machineSets', () => {
  it.each<[string, Partial<World>, string[]]>([
    [
      'makes the machines that are missing',
      { machineSets: [machineSet(2)], machines: [machine('np-a-0000')] },
      ['create np-a-0001'],
    ],
    [
      'fills a gap',
      { machineSets: [machineSet(2)], machines: [machine('np-a-0001')] },
      ['create np-a-0000'],
    ],
    [
      'takes the newest away',
      {
        machineSets: [machineSet(1)],
        machines: [machine('np-a-0000'), machine('np-a-0001')],
      },
      ['delete np-a-0001'],
    ],
    [
      'keeps a failed machine while there are no resources',
      {
        machineSets: [machineSet(1)],
        machines: [machine('np-a-0000', 'Failed')],
        faults: [
          { id: 'x', fault: { kind: 'pool-out-of-resources', pool: 'np-a' } },
        ],
      },
      [],
    ],
    [
      'gives a failed machine up when there are',
      {
        machineSets: [machineSet(1)],
        machines: [machine('np-a-0000', 'Failed')],
      },
      ['delete np-a-0000'],
    ],
    [
      'takes the machines of a set that is gone along',
      { machines: [machine('np-a-0000')] },
      ['delete np-a-0000'],
    ],
  ])('%s', (_, world, expected) => {
    expect(names(machineSets({ ...emptyWorld(), ...world }))).toEqual(expected);
  });

  it('is content when nothing changes', () => {
    const status = {
      replicas: 0,
      fullyLabeledReplicas: 0,
      readyReplicas: 0,
      availableReplicas: 0,
      observedGeneration: 1,
    };
    const world = { ...emptyWorld(), machineSets: [machineSet(0, status)] };
    expect(machineSets(world)).toEqual([]);
  });
});
