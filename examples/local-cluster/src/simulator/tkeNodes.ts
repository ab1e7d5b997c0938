import { TKE_STARTUP_TAINTS, nodeConditions, type Node } from '../seed/node';
import {
  age,
  nodesWithReadyPod,
  timestamp,
  type Action,
  type World,
} from './World';

// A pod can be seen before the node it runs on; only after this time is the node really gone.
const ORPHAN_MILLISECONDS = 5_000;

/**
 * What TKE and the kubelets do to nodes: a new one loses TKE's taints when its cloud parts are there,
 * becomes Ready when something configured its network, and takes its pods along when it goes.
 */
export function tkeNodes(world: World): Action[] {
  const configured = nodesWithReadyPod(world.pods, 'k8s-app', [
    'cilium',
    'tke-cni-agent',
    'tke-bridge-agent',
  ]);
  const withEni = nodesWithReadyPod(world.pods, 'app', ['tke-eni-agent']);
  const sharedEni = world.daemonSets.some(
    ({ metadata }) => metadata.name === 'tke-eni-agent',
  );
  const names = new Set(world.nodes.map(({ metadata }) => metadata.name));
  return [
    ...world.nodes.flatMap(node => [
      ...removeTaints(node, !sharedEni || withEni.has(node.metadata.name)),
      ...(configured.has(node.metadata.name)
        ? becomeReady(node, world.now)
        : []),
    ]),
    ...world.pods
      .filter(
        pod =>
          pod.spec.nodeName !== undefined &&
          !names.has(pod.spec.nodeName) &&
          age(pod, world.now) > ORPHAN_MILLISECONDS,
      )
      .map((object): Action => ({ verb: 'delete', object })),
  ];
}

function removeTaints(node: Node, eniReady: boolean): Action[] {
  const [uninitialized, eniUnavailable] = TKE_STARTUP_TAINTS;
  const taints = node.spec.taints ?? [];
  const left = taints.filter(
    ({ key }) =>
      key !== uninitialized.key && !(eniReady && key === eniUnavailable.key),
  );
  return left.length === taints.length
    ? []
    : [{ verb: 'patch', object: node, body: { spec: { taints: left } } }];
}

function becomeReady(node: Node, now: number): Action[] {
  const ready = node.status.conditions?.find(({ type }) => type === 'Ready');
  // Only a node that waits for its network: one that is NotReady for another reason stays so.
  const waiting =
    ready?.status === 'False' &&
    ready.message?.includes('cni plugin not initialized');
  return waiting
    ? [
        {
          verb: 'patch-status',
          object: node,
          status: { conditions: nodeConditions(true, timestamp(now)) },
        },
      ]
    : [];
}
