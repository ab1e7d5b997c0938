import type { ApiServerClient } from '../api/ApiServerClient';
import { buildNode, nodeName, type Node } from '../seed/node';
import type { NodeSeed } from '../seed/types';

/** Annotation that says which address a node got, so that addresses are not given twice. */
const INDEX_ANNOTATION = 'local-cluster/node-index';

/** Options of {@link addNodes}. */
export type AddNodesOptions = {
  /** Whether somebody plays TKE and will make the nodes ready. */
  simulator: boolean;
  /** Labels and annotations go on top of what every node has. */
  annotations?: Record<string, string>;
};

/**
 * Creates nodes, and gives their names in the order of `seeds`.
 *
 * @remarks
 * Several processes may do this at once: a name that is taken is left and the next one tried.
 */
export async function addNodes(
  client: ApiServerClient,
  seeds: NodeSeed[],
  options: AddNodesOptions,
): Promise<string[]> {
  const present = await client.list<Node>('v1', 'Node');
  const indices = present.map(node =>
    Number(node.metadata.annotations?.[INDEX_ANNOTATION] ?? -1),
  );
  const first = Math.max(-1, ...indices) + 1;
  return Promise.all(
    seeds.map((seed, offset) =>
      addNode(client, seed, first + offset, seeds.length, options),
    ),
  );
}

async function addNode(
  client: ApiServerClient,
  seed: NodeSeed,
  firstIndex: number,
  stride: number,
  options: AddNodesOptions,
): Promise<string> {
  for (let index = firstIndex; ; index += stride) {
    const superNode = seed.kind === 'super';
    const name =
      seed.name ??
      (superNode ? `eklet-subnet-${10000000 + index}` : nodeName(index));
    const node = buildNode({
      ...seed,
      name,
      index,
      starting: options.simulator,
      now: new Date().toISOString(),
    });
    node.metadata.annotations = {
      ...node.metadata.annotations,
      ...options.annotations,
      [INDEX_ANNOTATION]: String(index),
    };
    try {
      await client.create(node);
      return name;
    } catch (error) {
      if (seed.name || !String(error).includes('AlreadyExists')) {
        throw error;
      }
    }
  }
}
