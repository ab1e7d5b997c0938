import { createHash } from 'node:crypto';
import type { KubernetesObject } from '../api/kubernetesObject';
import {
  nodesWithReadyPod,
  ownedBy,
  type Action,
  type Pod,
  type World,
} from './World';

/**
 * What the agents do: each ready one has a CiliumNode and gives every pod of its node that is not on
 * the host's network a CiliumEndpoint. What belongs to a node or pod that is gone, goes.
 */
export function ciliumAgents(world: World): Action[] {
  const registered = new Set(
    world.customResourceDefinitions.map(({ metadata }) => metadata.name),
  );
  const ready = nodesWithReadyPod(world.pods, 'k8s-app', ['cilium']);
  return [
    ...(registered.has('ciliumnodes.cilium.io') ? nodes(world, ready) : []),
    ...(registered.has('ciliumendpoints.cilium.io')
      ? endpoints(world, ready)
      : []),
  ];
}

function nodes(world: World, ready: Set<string>): Action[] {
  const present = new Set(
    world.ciliumNodes.map(({ metadata }) => metadata.name),
  );
  const known = new Set(world.nodes.map(({ metadata }) => metadata.name));
  const missing = world.nodes.filter(
    ({ metadata }) => ready.has(metadata.name) && !present.has(metadata.name),
  );
  const orphans = world.ciliumNodes.filter(
    ({ metadata }) => !known.has(metadata.name),
  );
  return [
    ...missing.map((node): Action => {
      const addresses = node.status.addresses as {
        type: string;
        address: string;
      }[];
      return {
        verb: 'create',
        object: {
          apiVersion: 'cilium.io/v2',
          kind: 'CiliumNode',
          metadata: {
            name: node.metadata.name,
            labels: node.metadata.labels,
            ownerReferences: [ownedBy(node)],
          },
          spec: {
            addresses: addresses
              .filter(({ type }) => type === 'InternalIP')
              .map(({ type, address }) => ({ type, ip: address })),
            bootid: node.metadata.uid,
          },
        },
      };
    }),
    ...orphans.map((object): Action => ({ verb: 'delete', object })),
  ];
}

function endpoints(world: World, ready: Set<string>): Action[] {
  const key = ({ metadata }: KubernetesObject) =>
    `${metadata.namespace}/${metadata.name}`;
  const present = new Set(world.ciliumEndpoints.map(key));
  const managed = world.pods.filter(isManaged);
  const pods = new Set(managed.map(key));
  return [
    ...managed
      .filter(
        pod => ready.has(pod.spec.nodeName ?? '') && !present.has(key(pod)),
      )
      .map((pod): Action => ({ verb: 'create', object: endpoint(pod) })),
    ...world.ciliumEndpoints
      .filter(object => !pods.has(key(object)))
      .map((object): Action => ({ verb: 'delete', object })),
  ];
}

function isManaged(pod: Pod): boolean {
  return (
    !pod.spec.hostNetwork &&
    pod.status?.phase === 'Running' &&
    pod.status.podIP !== undefined
  );
}

function endpoint(pod: Pod): KubernetesObject {
  const { name, namespace, uid = '', labels = {} } = pod.metadata;
  // Identities belong to sets of labels, endpoints to pods.
  const identity = number(JSON.stringify([namespace, labels]), 65_000) + 256;
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumEndpoint',
    metadata: {
      name,
      namespace,
      labels,
      ownerReferences: [ownedBy({ ...pod, apiVersion: 'v1', kind: 'Pod' })],
    },
    status: {
      id: number(uid, 4_000) + 1,
      state: 'ready',
      identity: {
        id: identity,
        labels: [
          `k8s:io.kubernetes.pod.namespace=${namespace}`,
          ...Object.entries(labels).map(
            ([label, value]) => `k8s:${label}=${value}`,
          ),
        ],
      },
      networking: {
        addressing: [{ ipv4: pod.status?.podIP }],
        node: pod.spec.nodeName,
      },
      'external-identifiers': {
        'k8s-namespace': namespace,
        'k8s-pod-name': name,
        'pod-name': `${namespace}/${name}`,
      },
    },
  };
}

function number(text: string, below: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % below;
}
