/**
 * Something that breaks on request.
 *
 * - `image-pull-back-off`: the pods of a component cannot pull their image
 * - `crash-loop-back-off`: the pods of a component crash and are restarted
 * - `node-not-ready`: a node's kubelet reports NotReady
 * - `stuck-taint`: nobody removes the taint `node.cilium.io/agent-not-ready` of a node
 * - `agent-missing`: a node has no Cilium agent, because its creation is refused
 * - `pool-out-of-resources`: the machine type of a pool is sold out
 *
 * @public
 */
export type Fault =
  | {
      kind: 'image-pull-back-off' | 'crash-loop-back-off';
      component: FaultyComponent;
      /** Default: every node. */
      node?: string;
    }
  | { kind: 'node-not-ready' | 'stuck-taint' | 'agent-missing'; node: string }
  | { kind: 'pool-out-of-resources'; pool: string };

/**
 * The parts of Cilium that can break.
 *
 * @public
 */
export type FaultyComponent = 'agent' | 'envoy' | 'operator';

/**
 * A fault that is in effect.
 *
 * @public
 */
export type FaultRecord = { id: string; fault: Fault };
