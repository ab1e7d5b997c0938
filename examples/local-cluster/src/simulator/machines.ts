import { buildNode, nodeName, OPERATING_SYSTEMS } from '../seed/node';
import type { Taint } from '../api/kubernetesObject';
import {
  age,
  conditionStatus,
  ownerName,
  timestamp,
  type Action,
  type CustomResource,
  type World,
} from './World';

/** Group and version of TKE's native nodes. */
export const MACHINE_API = 'node.tke.cloud.tencent.com/v1beta1';
export const MACHINE_LABEL = 'node.tke.cloud.tencent.com/machine';
export const MACHINE_SET_LABEL = 'node.tke.cloud.tencent.com/machineset';
export const NODE_POOL_LABEL = 'karpenter.sh/nodepool';

const NODE_INDEX = 'local-cluster/node-index';
// Nodes that people add count from 0.
const FIRST_INDEX = 1000;
const PROVISION_MILLISECONDS = 1_000;

/** Annotations that select TencentOS 4, of the newer guide and of the older one. */
const IMAGE_ANNOTATIONS = [
  'node.tke.cloud.tencent.com/image-label',
  'node.tke.cloud.tencent.com/beta-image',
];

/** What a Machine asks for, as far as the simulator reads it. */
export type MachineSpec = {
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  taints?: Taint[];
  instanceType?: string;
  /** `Regular` machines are CVMs. */
  type?: string;
};

/** What TKE's machine controller does: a Machine becomes a node, or fails; its node goes with it. */
export function machines(world: World): Action[] {
  let nextIndex = Math.max(
    FIRST_INDEX - 1,
    ...[...world.machines, ...world.nodes].map(object =>
      Number(object.metadata.annotations?.[NODE_INDEX] ?? 0),
    ),
  );
  const present = new Set(world.machines.map(({ metadata }) => metadata.name));
  return [
    ...world.machines.flatMap(machine => {
      if (machine.metadata.annotations?.[NODE_INDEX] !== undefined) {
        return serve(machine, world);
      }
      if (isSoldOut(machine, world)) {
        return fail(machine);
      }
      if (age(machine, world.now) < PROVISION_MILLISECONDS) {
        return phase(machine, 'Provisioning');
      }
      nextIndex += 1;
      const annotations = { [NODE_INDEX]: String(nextIndex) };
      return [
        { verb: 'patch', object: machine, body: { metadata: { annotations } } },
      ] satisfies Action[];
    }),
    ...world.nodes
      .filter(({ metadata }) => {
        const machine = metadata.labels?.[MACHINE_LABEL];
        return machine !== undefined && !present.has(machine);
      })
      .map((object): Action => ({ verb: 'delete', object })),
  ];
}

/** Name of the pool that a machine belongs to. */
export function poolOf(machine: CustomResource): string | undefined {
  return (
    machine.metadata.labels?.[NODE_POOL_LABEL] ??
    machine.metadata.labels?.[MACHINE_SET_LABEL]
  );
}

/** Whether the machine type of its pool is sold out. */
export function isSoldOut(machine: CustomResource, world: World): boolean {
  return world.faults.some(
    ({ fault }) =>
      fault.kind === 'pool-out-of-resources' && fault.pool === poolOf(machine),
  );
}

function serve(machine: CustomResource, world: World): Action[] {
  const index = Number(machine.metadata.annotations?.[NODE_INDEX]);
  const name = nodeName(index);
  const node = world.nodes.find(({ metadata }) => metadata.name === name);
  if (!node) {
    return [
      { verb: 'create', object: nodeOf(machine, index, world.now) },
      ...phase(machine, 'Provisioned'),
    ];
  }
  const ready = conditionStatus(node.status.conditions, 'Ready') === 'True';
  const nodeInfo = node.status.nodeInfo as { osImage: string };
  return phase(machine, ready ? 'Running' : 'NotReady', {
    nodeRef: { name, osImage: nodeInfo.osImage },
  });
}

function nodeOf(machine: CustomResource, index: number, now: number) {
  const spec = machine.spec as MachineSpec;
  const modern = IMAGE_ANNOTATIONS.some(
    annotation => spec.annotations?.[annotation] === 'ts4-public',
  );
  const regular = spec.type === 'Regular';
  const node = buildNode({
    name: nodeName(index),
    index,
    kind: regular ? 'regular' : 'native',
    starting: true,
    now: timestamp(now),
    // Native nodes come with TencentOS 3, whose kernel is too old, unless an annotation says otherwise.
    ...(modern || regular
      ? OPERATING_SYSTEMS.tencentOs4
      : OPERATING_SYSTEMS.tencentOs3),
    taints: spec.taints,
    labels: {
      ...spec.labels,
      [MACHINE_LABEL]: machine.metadata.name,
      ...(spec.instanceType
        ? { 'node.kubernetes.io/instance-type': spec.instanceType }
        : {}),
    },
  });
  node.metadata.annotations = {
    ...node.metadata.annotations,
    [NODE_INDEX]: String(index),
  };
  return node;
}

function fail(machine: CustomResource): Action[] {
  return phase(machine, 'Failed', {
    failureReason: 'InsufficientResources',
    failureMessage:
      'create instance failed: [ResourceInsufficient.SpecifiedInstanceType] The specified instance type is sold out in the zone.',
  });
}

function phase(
  machine: CustomResource,
  name: string,
  more: Record<string, unknown> = {},
): Action[] {
  const present = machine.status ?? {};
  const wanted: Record<string, unknown> = { phase: name, ...more };
  const same = Object.entries(wanted).every(
    ([field, value]) =>
      JSON.stringify(present[field]) === JSON.stringify(value),
  );
  return same
    ? []
    : [{ verb: 'patch-status', object: machine, status: wanted }];
}

/** Name of the NodeClaim that a machine serves. */
export function claimOf(machine: CustomResource): string | undefined {
  return ownerName(machine, 'NodeClaim');
}
