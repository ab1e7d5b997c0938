import type { ApiServerClient } from '../api/ApiServerClient';
import type { Taint } from '../api/kubernetesObject';
import { objectPath } from '../api/resources';
import { nodeConditions, type Node } from '../seed/node';
import { timestamp, type Pod } from '../simulator/World';

const TAINT = 'node.cilium.io/agent-not-ready';
const STRATEGIC = 'application/strategic-merge-patch+json';

/**
 * Lets a node's kubelet die: the node becomes NotReady and its pods with it, as the node lifecycle
 * controller would do after 40 s without a heartbeat. It stays so, because nobody else reports here.
 */
export async function failNode(
  client: ApiServerClient,
  name: string,
): Promise<void> {
  const now = timestamp(Date.now());
  await patchNodeStatus(
    client,
    name,
    ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'Ready'].map(type => ({
      type,
      status: 'Unknown',
      reason: 'NodeStatusUnknown',
      message: 'Kubelet stopped posting node status.',
      lastTransitionTime: now,
    })),
  );
  await patchPodsReady(client, name, 'False');
}

/** Makes the node Ready again, and its pods, which the node lifecycle controller had marked. */
export async function healNode(
  client: ApiServerClient,
  name: string,
): Promise<void> {
  const now = timestamp(Date.now());
  await patchNodeStatus(client, name, nodeConditions(true, now));
  await patchPodsReady(client, name, 'True');
}

/** Puts the taint on a node; while the fault lasts, nobody removes it. */
export async function addStuckTaint(
  client: ApiServerClient,
  name: string,
): Promise<void> {
  const taints = await readTaints(client, name);
  if (!taints.some(({ key }) => key === TAINT)) {
    await patchTaints(client, name, [
      ...taints,
      { key: TAINT, effect: 'NoSchedule' },
    ]);
  }
}

/** Removes the taint. */
export async function removeStuckTaint(
  client: ApiServerClient,
  name: string,
): Promise<void> {
  const taints = await readTaints(client, name);
  await patchTaints(
    client,
    name,
    taints.filter(({ key }) => key !== TAINT),
  );
}

async function patchPodsReady(
  client: ApiServerClient,
  node: string,
  status: 'True' | 'False',
): Promise<void> {
  const pods = await client.list<Pod>(
    'v1',
    'Pod',
    undefined,
    `?fieldSelector=spec.nodeName%3D${node}`,
  );
  const lastTransitionTime = timestamp(Date.now());
  await Promise.all(
    pods.filter(isRunning).map(pod =>
      client.request('PATCH', `${objectPath(pod)}/status`, {
        contentType: STRATEGIC,
        body: {
          status: {
            conditions: [{ type: 'Ready', status, lastTransitionTime }],
          },
        },
      }),
    ),
  );
}

/** Whether all containers of the pod are well, so that only its node can make it not ready. */
function isRunning(pod: Pod): boolean {
  const { containerStatuses = [] } = (pod.status ?? {}) as {
    containerStatuses?: { ready: boolean }[];
  };
  return (
    pod.status?.phase === 'Running' &&
    containerStatuses.every(({ ready }) => ready)
  );
}

async function patchNodeStatus(
  client: ApiServerClient,
  name: string,
  conditions: object[],
): Promise<void> {
  await client.request('PATCH', `/api/v1/nodes/${name}/status`, {
    contentType: STRATEGIC,
    body: { status: { conditions } },
  });
}

async function readTaints(
  client: ApiServerClient,
  name: string,
): Promise<Taint[]> {
  const node = await client.get<Node>(`/api/v1/nodes/${name}`);
  if (!node) {
    throw new Error(`There is no node ${name}.`);
  }
  return node.spec.taints ?? [];
}

async function patchTaints(
  client: ApiServerClient,
  name: string,
  taints: Taint[],
): Promise<void> {
  await client.patch(`/api/v1/nodes/${name}`, { spec: { taints } });
}
