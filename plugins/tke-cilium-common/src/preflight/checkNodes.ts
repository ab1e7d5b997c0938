import { createFinding } from './findings';
import { Problem } from '../readiness/types';
import { ClusterSnapshot, NodeFacts } from '../snapshot/types';
import { isAtLeast, parseVersion } from '../versions/version';
import { CILIUM_WORKLOADS, MINIMUM_KERNEL_VERSION } from '../vocabulary/names';

/** How many nodes a finding names. */
const NAMED_NODES = 5;

/** What the guide asks of nodes: none before Cilium, and a kernel that it runs on. Super nodes do not count. */
export function checkNodes(
  snapshot: ClusterSnapshot,
  existingNodes: 'refuse' | 'accept',
): Problem[] {
  const nodes = snapshot.nodes.filter(node => node.kind !== 'super');
  const installed = snapshot.daemonSets[CILIUM_WORKLOADS.agent] !== undefined;
  return [
    ...(nodes.length > 0 && !installed
      ? [
          createFinding(
            'nodes-before-cilium',
            name(nodes),
            existingNodes === 'accept' ? 'warning' : 'error',
          ),
        ]
      : []),
    ...checkKernels(nodes),
  ];
}

/** One finding for each kernel, because each is another image to replace. */
function checkKernels(nodes: readonly NodeFacts[]): Problem[] {
  const byKernel = new Map<string, NodeFacts[]>();
  for (const node of nodes) {
    const kernel = node.kernelVersion;
    if (
      kernel &&
      parseVersion(kernel) &&
      !isAtLeast(kernel, MINIMUM_KERNEL_VERSION)
    ) {
      byKernel.set(kernel, [...(byKernel.get(kernel) ?? []), node]);
    }
  }
  return [...byKernel].map(([kernel, tooOld]) =>
    createFinding('node-kernel-too-old', {
      ...name(tooOld),
      kernel,
      minimum: MINIMUM_KERNEL_VERSION,
    }),
  );
}

function name(nodes: readonly NodeFacts[]): { nodes: string; count: number } {
  const names = nodes.map(node => node.name).sort();
  const named = names.slice(0, NAMED_NODES).join(', ');
  return {
    nodes: names.length > NAMED_NODES ? `${named}, …` : named,
    count: names.length,
  };
}
