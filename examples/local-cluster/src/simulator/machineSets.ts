import {
  conditionStatus,
  ownedBy,
  ownerName,
  type Action,
  type CustomResource,
  type World,
} from './World';
import {
  isSoldOut,
  MACHINE_API,
  MACHINE_LABEL,
  MACHINE_SET_LABEL,
  type MachineSpec,
} from './machines';

type MachineSetSpec = {
  type: string;
  replicas?: number;
  instanceTypes?: string[];
  template?: {
    spec?: MachineSpec;
    metadata?: { annotations?: Record<string, string> };
  };
};

/** What TKE's pool controller does for native and regular pools: it keeps `replicas` Machines. */
export function machineSets(world: World): Action[] {
  return [
    ...world.machineSets.flatMap(machineSet => reconcile(machineSet, world)),
    ...world.machines
      .filter(machine => {
        const owner = ownerName(machine, 'MachineSet');
        return (
          owner !== undefined &&
          !world.machineSets.some(({ metadata }) => metadata.name === owner)
        );
      })
      .map((object): Action => ({ verb: 'delete', object })),
  ];
}

function reconcile(machineSet: CustomResource, world: World): Action[] {
  const spec = machineSet.spec as MachineSetSpec;
  const { name } = machineSet.metadata;
  const owned = world.machines
    .filter(machine => ownerName(machine, 'MachineSet') === name)
    .sort((a, b) => a.metadata.name.localeCompare(b.metadata.name));
  const replicas = spec.replicas ?? 0;
  // A failed machine is given up when there are resources again; a new one takes its place.
  const given = owned.filter(
    machine => machine.status?.phase === 'Failed' && !isSoldOut(machine, world),
  );
  const surplus = owned.slice(replicas);
  const ready = owned.filter(machine => isNodeReady(machine, world)).length;
  const actions: Action[] = [...new Set([...given, ...surplus])].map(
    object => ({ verb: 'delete', object }),
  );
  for (let index = 0; owned.length + index < replicas; index++) {
    actions.push({
      verb: 'create',
      object: machineOf(machineSet, spec, freeName(name, owned, index)),
    });
  }
  const status = {
    replicas: owned.length,
    fullyLabeledReplicas: owned.length,
    readyReplicas: ready,
    availableReplicas: ready,
    observedGeneration: machineSet.metadata.generation,
  };
  const present = machineSet.status ?? {};
  if (
    Object.entries(status).some(([field, value]) => present[field] !== value)
  ) {
    actions.push({ verb: 'patch-status', object: machineSet, status });
  }
  return actions;
}

function isNodeReady(machine: CustomResource, world: World): boolean {
  return world.nodes.some(
    node =>
      node.metadata.labels?.[MACHINE_LABEL] === machine.metadata.name &&
      conditionStatus(node.status.conditions, 'Ready') === 'True',
  );
}

/** A name that no machine of the set has, the same on every try. */
function freeName(
  machineSet: string,
  owned: CustomResource[],
  skip: number,
): string {
  const taken = new Set(owned.map(({ metadata }) => metadata.name));
  let left = skip;
  for (let number = 0; ; number++) {
    const name = `${machineSet}-${String(number).padStart(4, '0')}`;
    if (!taken.has(name) && left-- === 0) {
      return name;
    }
  }
}

function machineOf(
  machineSet: CustomResource,
  spec: MachineSetSpec,
  name: string,
): CustomResource {
  const template = spec.template?.spec ?? {};
  const set = machineSet.metadata.name;
  return {
    apiVersion: MACHINE_API,
    kind: 'Machine',
    metadata: {
      name,
      labels: { [MACHINE_SET_LABEL]: set },
      ownerReferences: [ownedBy(machineSet)],
    },
    spec: {
      type: spec.type,
      instanceType: spec.instanceTypes?.[0] ?? 'SA2.LARGE8',
      annotations: {
        ...machineSet.metadata.annotations,
        ...spec.template?.metadata?.annotations,
        ...template.annotations,
      },
      taints: template.taints ?? [],
      labels: {
        ...template.labels,
        [MACHINE_SET_LABEL]: set,
        ...(spec.type === 'Regular'
          ? { 'tke.cloud.tencent.com/nodepool-id': set }
          : {}),
      },
    },
  };
}
