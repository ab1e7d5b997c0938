import { ConflictError, InputError } from '@backstage/errors';
import type {
  PlannedNodes,
  Problem,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { PhaseResult } from '../phases/Phase';
import { WaitState, waitUntil } from '../phases/waitUntil';
import {
  CloudPhase,
  CloudPhaseContext,
  createInCloud,
  pauseBetweenLooks,
  runCloudPhase,
} from './CloudPhase';
import { isBeingDeleted } from './isBeingDeleted';
import { requireCluster } from './readCluster';
import { refuseUnfitNodes } from './refuseUnfitNodes';

/** What every phase that makes a pool gets, besides what the pool is. @public */
export type NodePoolPhaseInput = {
  clusterId: string;
  name: string;
  /** Wait for this many ready nodes. Default: none. */
  waitForNodes?: number;
  /** An earlier attempt may have made it a moment ago. */
  triedBefore?: boolean;
  /** How long the pool, and then its nodes, may take, in seconds. Default 900. */
  timeoutSeconds?: number;
};

/** A pool as the cloud lists it. */
export type ListedPool = {
  id: string;
  state: string;
  readyNodes: number;
  /** Of regular pools. */
  scalingGroupId?: string;
};

/** What differs between the kinds of pools. */
export type NodePoolKind = {
  /** The id of the action. */
  phaseName: string;
  /** `native` or `regular`. */
  kind: string;
  problems: readonly Problem[];
  nodes: PlannedNodes;
  list: (phase: CloudPhase) => Promise<ListedPool[]>;
  create: (phase: CloudPhase, timeoutMs: number) => Promise<string>;
  /** Why nodes of it do not come. */
  readFailures: (phase: CloudPhase, found: ListedPool) => Promise<string[]>;
};

/** Makes a pool unless there is one of the name, and waits for it and its nodes. */
export async function createCloudNodePool(
  context: CloudPhaseContext,
  input: NodePoolPhaseInput,
  pool: NodePoolKind,
): Promise<PhaseResult> {
  const { clusterId, name, waitForNodes = 0, timeoutSeconds = 900 } = input;
  const timeoutMs = timeoutSeconds * 1000;
  const what = `the ${pool.kind} node pool "${name}" of ${clusterId}`;
  return runCloudPhase(pool.phaseName, clusterId, context, async phase => {
    if (pool.problems.length > 0) {
      throw new InputError(
        pool.problems.map(({ message }) => message).join(' '),
      );
    }
    const cluster = await requireCluster(phase, clusterId);
    // One that is being deleted is not the one that is meant.
    const find = async () =>
      (await pool.list(phase)).flatMap(({ id, state }) =>
        isBeingDeleted(state) ? [] : id,
      );
    if (phase.dryRun) {
      if ((await find()).length > 0) {
        return { changed: false, summary: `Already so: ${what}` };
      }
      await refuseUnfitNodes(phase, cluster, pool.nodes);
      return {
        changed: true,
        summary: `Would create ${what}: ${describe(pool.nodes)}`,
      };
    }
    const { id, created } = await createInCloud(phase, {
      what,
      triedBefore: input.triedBefore,
      find,
      create: locked => pool.create(locked, timeoutMs),
    });
    const ready = await waitForPool(phase, { input, pool, id, timeoutMs });
    return {
      changed: created,
      summary: `${created ? 'Created' : 'Already so:'} ${what} (${id})${
        waitForNodes > 0 ? `; ${ready} nodes ready` : ''
      }`,
    };
  });
}

async function waitForPool(
  phase: CloudPhase,
  options: {
    input: NodePoolPhaseInput;
    pool: NodePoolKind;
    id: string;
    timeoutMs: number;
  },
): Promise<number> {
  const { input, pool, id, timeoutMs } = options;
  const { name, waitForNodes = 0 } = input;
  return waitUntil(phase, {
    what: `the node pool ${name}`,
    timeoutMs,
    intervalMs: pauseBetweenLooks,
    remedy:
      'Look at the pool in the console: the quota, the free addresses of its subnets, whether its instance types are sold out in their zones; then run the phase again.',
    check: async (): Promise<WaitState<number>> => {
      const found = (await pool.list(phase)).find(each => each.id === id);
      if (isBeingDeleted(found?.state)) {
        throw new ConflictError(
          `The node pool ${name} (${id}) is being deleted. Run the phase again to make another.`,
        );
      }
      // The two versions of the API have different words for it.
      if (!found || !/^(normal|running)$/i.test(found.state)) {
        return {
          done: false,
          message: `it is ${found?.state ?? 'not listed yet'}`,
        };
      }
      return found.readyNodes >= waitForNodes
        ? { done: true, value: found.readyNodes }
        : {
            done: false,
            message: [
              `${found.readyNodes} of ${waitForNodes} nodes are ready`,
              ...(await pool.readFailures(phase, found)),
            ].join('; '),
          };
    },
  });
}

function describe({ replicas = 0, instanceTypes = [] }: PlannedNodes): string {
  return `${replicas} nodes of ${instanceTypes.join(
    ' or ',
  )}, each of which has a price by the hour`;
}
