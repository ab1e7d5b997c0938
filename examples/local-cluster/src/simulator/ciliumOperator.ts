import type { KubernetesObject } from '../api/kubernetesObject';
import type { Node } from '../seed/node';
import {
  conditionStatus,
  isReady,
  timestamp,
  type Action,
  type Pod,
  type World,
} from './World';

const TAINT = 'node.cilium.io/agent-not-ready';

/** The last CRD the operator registers; when it is there, all are. */
const NEEDED_CRDS = ['ciliumnodes.cilium.io', 'ciliumendpoints.cilium.io'];

/**
 * What Cilium's operator does while one of its pods is ready: it registers the CRDs, keeps the taint
 * `node.cilium.io/agent-not-ready` on nodes whose agent is not ready, takes it away from those whose
 * agent is, and says `CiliumIsUp`.
 */
export function ciliumOperator(world: World): Action[] {
  if (!isOperatorRunning(world)) {
    return [];
  }
  const registered = new Set(
    world.customResourceDefinitions.map(({ metadata }) => metadata.name),
  );
  const actions: Action[] = [];
  if (!NEEDED_CRDS.every(name => registered.has(name))) {
    actions.push({ verb: 'register-cilium-crds' });
  }
  const agents = agentsByNode(world.pods);
  return [
    ...actions,
    ...world.nodes.flatMap(node =>
      taint(node, agents.get(node.metadata.name), world),
    ),
  ];
}

function isOperatorRunning({ deployments }: World): boolean {
  const operator = deployments.find(
    ({ metadata }) => metadata.name === 'cilium-operator',
  ) as (KubernetesObject & { status?: { readyReplicas?: number } }) | undefined;
  return (operator?.status?.readyReplicas ?? 0) > 0;
}

function agentsByNode(pods: Pod[]): Map<string, Pod> {
  return new Map(
    pods
      .filter(
        ({ metadata }) =>
          metadata.labels?.['k8s-app'] === 'cilium' &&
          !metadata.deletionTimestamp,
      )
      .map(pod => [pod.spec.nodeName ?? '', pod]),
  );
}

function taint(node: Node, agent: Pod | undefined, world: World): Action[] {
  const taints = node.spec.taints ?? [];
  const tainted = taints.some(({ key }) => key === TAINT);
  const stuck = world.faults.some(
    ({ fault }) =>
      fault.kind === 'stuck-taint' && fault.node === node.metadata.name,
  );
  const actions: Action[] = [];
  // A node that no agent is scheduled to is left alone: the taint that its pool gave it, stays.
  if (!tainted && (stuck || (agent && !isReady(agent)))) {
    actions.push({
      verb: 'patch',
      object: node,
      body: {
        spec: { taints: [...taints, { key: TAINT, effect: 'NoSchedule' }] },
      },
    });
  }
  if (agent && isReady(agent)) {
    if (tainted && !stuck) {
      actions.push({
        verb: 'patch',
        object: node,
        body: { spec: { taints: taints.filter(({ key }) => key !== TAINT) } },
      });
    }
    if (
      conditionStatus(node.status.conditions, 'NetworkUnavailable') !== 'False'
    ) {
      const now = timestamp(world.now);
      actions.push({
        verb: 'patch-status',
        object: node,
        status: {
          conditions: [
            {
              type: 'NetworkUnavailable',
              status: 'False',
              reason: 'CiliumIsUp',
              message: 'Cilium is running on this node',
              lastHeartbeatTime: now,
              lastTransitionTime: now,
            },
          ],
        },
      });
    }
  }
  return actions;
}
