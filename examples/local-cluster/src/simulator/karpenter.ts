import type { Condition, Taint } from '../api/kubernetesObject';
import { TKE_STARTUP_TAINTS } from '../seed/node';
import {
  age,
  changedConditions,
  conditionStatus,
  ownedBy,
  type Action,
  type CustomResource,
  type World,
} from './World';
import { claimOf, isSoldOut, MACHINE_API, NODE_POOL_LABEL } from './machines';

const KARPENTER_API = 'karpenter.sh/v1';
const NODE_CLASS_LABEL = 'karpenter.k8s.tke/tkemachinenodeclass';
const NODE_CLAIM_LABEL = 'karpenter.k8s.tke/nodeclaim';
/** Template annotation whose value becomes the annotations of the Machine. */
const MACHINE_ANNOTATIONS = 'beta.karpenter.k8s.tke.machine.spec/annotations';

/**
 * How many nodes a pool comes up with.
 *
 * @remarks
 * Real Karpenter makes nodes for pods that cannot be placed. On a new cluster those are the two
 * replicas of Cilium's operator, which must not share a node: two. Taken as a constant, so that a
 * second pool shows nodes too.
 */
const NODES_PER_POOL = 2;
const CPUS_PER_NODE = 4;
// The provider gives up a claim whose machine failed after this time, and tries again.
const FAILED_CLAIM_MILLISECONDS = 30_000;

type NodePoolSpec = {
  replicas?: number;
  limits?: { cpu?: string | number };
  template: {
    metadata?: {
      labels?: Record<string, string>;
      annotations?: Record<string, string>;
    };
    spec: {
      nodeClassRef: { group: string; kind: string; name: string };
      requirements: { key: string; operator: string; values?: string[] }[];
      startupTaints?: Taint[];
      taints?: Taint[];
    };
  };
};

/** What Karpenter and TKE's provider do: a NodePool is accepted and gets NodeClaims, each a Machine. */
export function karpenter(world: World): Action[] {
  const pools = new Map(
    world.nodePools.map(pool => [pool.metadata.name, pool]),
  );
  return [
    ...world.nodeClasses.flatMap(nodeClass => accept(nodeClass, world.now)),
    ...world.nodePools.flatMap(pool => nodePool(pool, world)),
    ...world.nodeClaims.flatMap(claim => {
      const pool = pools.get(claim.metadata.labels?.[NODE_POOL_LABEL] ?? '');
      return pool
        ? nodeClaim(claim, pool, world)
        : [{ verb: 'delete', object: claim } satisfies Action];
    }),
    ...world.machines
      .filter(machine => {
        const claim = claimOf(machine);
        return (
          claim !== undefined &&
          !world.nodeClaims.some(({ metadata }) => metadata.name === claim)
        );
      })
      .map((object): Action => ({ verb: 'delete', object })),
  ];
}

function accept(nodeClass: CustomResource, now: number): Action[] {
  const conditions = changedConditions(
    nodeClass.status?.conditions,
    [condition('Ready', true, 'Ready')],
    now,
  );
  const { subnetSelectorTerms } = nodeClass.spec as {
    subnetSelectorTerms: { id?: string }[];
  };
  return conditions
    ? [
        {
          verb: 'patch-status',
          object: nodeClass,
          status: {
            conditions,
            subnets: subnetSelectorTerms.map(({ id }, index) => ({
              id: id ?? `subnet-${index}`,
              zone: `ap-guangzhou-${3 + index}`,
              zoneID: `${100003 + index}`,
            })),
          },
        },
      ]
    : [];
}

function nodePool(pool: CustomResource, world: World): Action[] {
  const spec = pool.spec as NodePoolSpec;
  const nodeClass = world.nodeClasses.find(
    ({ metadata }) => metadata.name === spec.template.spec.nodeClassRef.name,
  );
  const accepted =
    conditionStatus(nodeClass?.status?.conditions, 'Ready') === 'True';
  const refusal = nodeClass
    ? { reason: 'NodeClassNotReady', message: 'NodeClass is not ready' }
    : {
        reason: 'NodeClassNotFound',
        message: 'NodeClass not found on cluster',
      };
  const claims = world.nodeClaims.filter(
    ({ metadata }) => metadata.labels?.[NODE_POOL_LABEL] === pool.metadata.name,
  );
  const wanted = accepted ? wantedNodes(spec) : claims.length;
  const actions: Action[] = [];
  const taken = new Set(claims.map(({ metadata }) => metadata.name));
  for (let number = 0; taken.size < wanted; number++) {
    const name = `${pool.metadata.name}-${claimSuffix(pool, number)}`;
    if (!taken.has(name)) {
      taken.add(name);
      actions.push({ verb: 'create', object: claimFor(pool, spec, name) });
    }
  }
  const conditions = changedConditions(
    pool.status?.conditions,
    [
      condition('ValidationSucceeded', true, 'ValidationSucceeded'),
      accepted
        ? condition('NodeClassReady', true, 'NodeClassReady')
        : { type: 'NodeClassReady', status: 'False', ...refusal },
      accepted
        ? condition('Ready', true, 'Ready')
        : { type: 'Ready', status: 'False', ...refusal },
    ],
    world.now,
  );
  const nodes = world.nodes.filter(
    ({ metadata }) => metadata.labels?.[NODE_POOL_LABEL] === pool.metadata.name,
  ).length;
  if (conditions || pool.status?.nodes !== nodes) {
    actions.push({
      verb: 'patch-status',
      object: pool,
      status: {
        ...(conditions ? { conditions } : {}),
        nodes,
        resources: {
          cpu: String(nodes * CPUS_PER_NODE),
          memory: `${nodes * 16}Gi`,
          nodes: String(nodes),
        },
        nodeClassObservedGeneration: nodeClass?.metadata.generation,
      },
    });
  }
  return actions;
}

function wantedNodes(spec: NodePoolSpec): number {
  const cpus = Number(spec.limits?.cpu ?? Infinity);
  const limit = Number.isNaN(cpus) ? Infinity : cpus / CPUS_PER_NODE;
  return Math.min(spec.replicas ?? NODES_PER_POOL, Math.floor(limit));
}

/** Looks random, as Karpenter's names do, and is the same on every try. */
function claimSuffix(pool: CustomResource, number: number): string {
  const seed = parseInt((pool.metadata.uid ?? '0').slice(0, 8), 16);
  return ((seed + number * 7_919_777) % 60_466_176)
    .toString(36)
    .padStart(5, '0');
}

function claimFor(
  pool: CustomResource,
  spec: NodePoolSpec,
  name: string,
): CustomResource {
  const { template } = spec;
  return {
    apiVersion: KARPENTER_API,
    kind: 'NodeClaim',
    metadata: {
      name,
      labels: {
        ...template.metadata?.labels,
        [NODE_POOL_LABEL]: pool.metadata.name,
      },
      annotations: template.metadata?.annotations ?? {},
      ownerReferences: [{ ...ownedBy(pool), blockOwnerDeletion: true }],
    },
    spec: {
      nodeClassRef: template.spec.nodeClassRef,
      requirements: template.spec.requirements,
      ...(template.spec.taints ? { taints: template.spec.taints } : {}),
      ...(template.spec.startupTaints
        ? { startupTaints: template.spec.startupTaints }
        : {}),
    },
  };
}

function nodeClaim(
  claim: CustomResource,
  pool: CustomResource,
  world: World,
): Action[] {
  const machine = world.machines.find(
    candidate => claimOf(candidate) === claim.metadata.name,
  );
  if (!machine) {
    return [{ verb: 'create', object: machineFor(claim, pool) }];
  }
  const failed = machine.status?.phase === 'Failed';
  if (
    failed &&
    (!isSoldOut(machine, world) ||
      age(machine, world.now) > FAILED_CLAIM_MILLISECONDS)
  ) {
    return [
      { verb: 'delete', object: claim },
      { verb: 'delete', object: machine },
    ];
  }
  const node = world.nodes.find(
    ({ metadata }) =>
      metadata.labels?.[NODE_CLAIM_LABEL] === claim.metadata.name,
  );
  const spec = pool.spec as NodePoolSpec;
  const temporary = new Set(
    [...TKE_STARTUP_TAINTS, ...(spec.template.spec.startupTaints ?? [])].map(
      ({ key }) => key,
    ),
  );
  const initialized =
    node !== undefined &&
    conditionStatus(node.status.conditions, 'Ready') === 'True' &&
    !node.spec.taints?.some(({ key }) => temporary.has(key));
  const conditions = changedConditions(
    claim.status?.conditions,
    [
      failed
        ? {
            type: 'Launched',
            status: 'False',
            reason: String(machine.status?.failureReason),
            message: String(machine.status?.failureMessage),
          }
        : condition('Launched', true, 'Launched'),
      condition('Registered', node !== undefined, 'Registered'),
      condition('Initialized', initialized, 'Initialized'),
      condition('Ready', initialized, 'Ready'),
    ],
    world.now,
  );
  return conditions
    ? [
        {
          verb: 'patch-status',
          object: claim,
          status: {
            conditions,
            ...(node
              ? {
                  nodeName: node.metadata.name,
                  providerID: node.spec.providerID,
                  imageID: (node.status.nodeInfo as { osImage: string })
                    .osImage,
                }
              : {}),
          },
        },
      ]
    : [];
}

function machineFor(
  claim: CustomResource,
  pool: CustomResource,
): CustomResource {
  const spec = pool.spec as NodePoolSpec;
  const family = spec.template.spec.requirements.find(
    ({ key, operator }) =>
      key === 'karpenter.k8s.tke/instance-family' && operator === 'In',
  )?.values?.[0];
  return {
    apiVersion: MACHINE_API,
    kind: 'Machine',
    metadata: {
      name: `np-${claim.metadata.name}`,
      labels: { [NODE_POOL_LABEL]: pool.metadata.name },
      ownerReferences: [ownedBy(claim)],
    },
    spec: {
      type: 'Native',
      instanceType: `${family ?? 'SA2'}.LARGE16`,
      annotations: parseAnnotations(
        claim.metadata.annotations?.[MACHINE_ANNOTATIONS],
      ),
      // Karpenter's own taint, karpenter.sh/unregistered, is gone within a second of a node's life.
      taints: [
        ...(spec.template.spec.taints ?? []),
        ...(spec.template.spec.startupTaints ?? []),
      ],
      labels: {
        ...spec.template.metadata?.labels,
        [NODE_POOL_LABEL]: pool.metadata.name,
        [NODE_CLAIM_LABEL]: claim.metadata.name,
        [NODE_CLASS_LABEL]: spec.template.spec.nodeClassRef.name,
        'karpenter.sh/capacity-type': 'on-demand',
        'karpenter.k8s.tke/instance-family': family ?? 'SA2',
        'karpenter.k8s.tke/instance-cpu': String(CPUS_PER_NODE),
        'karpenter.k8s.tke/instance-memory-gb': '16',
      },
    },
  };
}

/** `a=b,c=d` as an object. */
export function parseAnnotations(text = ''): Record<string, string> {
  return Object.fromEntries(
    text
      .split(',')
      .map(pair => pair.trim())
      .filter(pair => pair.includes('='))
      .map(pair => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
  );
}

function condition(type: string, met: boolean, reason: string): Condition {
  return met
    ? { type, status: 'True', reason, message: '' }
    : {
        type,
        status: 'Unknown',
        reason: 'AwaitingReconciliation',
        message: 'object is awaiting reconciliation',
      };
}
