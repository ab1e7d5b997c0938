import { isDeepStrictEqual } from 'node:util';
import { ConflictError, InputError } from '@backstage/errors';
import {
  buildKarpenterNodePool,
  checkKarpenterNodePool,
  getInstallProfile,
  type InstallProfileName,
  type KarpenterNodePoolInput,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { isKubernetesError } from '../kubernetes/KubernetesError';
import { KubernetesObject, ObjectReference } from '../kubernetes/types';
import { observeCluster } from '../observe/observeCluster';
import { PhaseContext, PhaseResult } from './Phase';
import { Phase, runPhase } from './runPhase';
import { WaitState, waitUntil } from './waitUntil';
import { withPhaseLock } from './withPhaseLock';

const NAME = 'tke:nodepool:create-karpenter';
const KARPENTER_APPEARS_WITHIN_MS = 30_000;

/** Input of {@link createKarpenterNodePool}. @public */
export type CreateKarpenterNodePoolInput = Omit<
  KarpenterNodePoolInput,
  'profile'
> & {
  profile: InstallProfileName;
  /**
   * Wait for this many ready nodes. Karpenter makes nodes only for Pods that need them. Default 0.
   */
  waitForNodes?: number;
  /** How long the pool, and then its nodes, may take, in seconds. Default 600. */
  timeoutSeconds?: number;
};

type Condition = {
  type: string;
  status: string;
  reason?: string;
  message?: string;
};
type Applied = KubernetesObject & {
  spec?: unknown;
  status?: { conditions?: Condition[] };
};
type Pool = { nodePool: ObjectReference; nodeClass: ObjectReference };

/**
 * Creates a Karpenter node pool whose nodes fit Cilium, or brings an existing one to the input. Done
 * when Karpenter has accepted it.
 *
 * @public
 */
export async function createKarpenterNodePool(
  context: PhaseContext,
  input: CreateKarpenterNodePoolInput,
): Promise<PhaseResult> {
  return runPhase(NAME, context, async phase => {
    const { dryRun, log } = phase;
    const poolInput = { ...input, profile: getInstallProfile(input.profile) };
    const problems = checkKarpenterNodePool(poolInput);
    if (problems.length > 0) {
      throw new InputError(problems.map(({ message }) => message).join(' '));
    }
    const manifests = buildKarpenterNodePool(poolInput);
    const pool: Pool = {
      nodePool: {
        apiVersion: manifests.nodePool.apiVersion,
        plural: 'nodepools',
        name: input.name,
      },
      nodeClass: {
        apiVersion: manifests.nodeClass.apiVersion,
        plural: 'tkemachinenodeclasses',
        name: input.name,
      },
    };
    if (dryRun && (await findUnknownKind(phase, pool))) {
      return {
        changed: true,
        summary: `Would apply TKEMachineNodeClass ${input.name} and NodePool ${input.name}, as soon as Karpenter is installed; it is not yet`,
      };
    }
    await waitForKarpenter(phase, pool);
    const changed = await withPhaseLock(phase, NAME, async locked => {
      const nodeClass = await apply(
        locked,
        pool.nodeClass,
        manifests.nodeClass,
      );
      const nodePool = await apply(locked, pool.nodePool, manifests.nodePool);
      return [
        ...(nodeClass ? [`TKEMachineNodeClass ${input.name}`] : []),
        ...(nodePool ? [`NodePool ${input.name}`] : []),
      ];
    });
    log.info(
      changed.length
        ? `${dryRun ? 'Would apply' : 'Applied'} ${changed.join(' and ')}`
        : `Already so: NodePool and TKEMachineNodeClass ${input.name}`,
    );
    const ready = dryRun ? undefined : await waitForPool(phase, pool, input);
    return {
      changed: changed.length > 0,
      summary: [
        changed.length
          ? `${dryRun ? 'Would apply' : 'Applied'} ${changed.join(' and ')}`
          : `Already so: node pool ${input.name}`,
        ...(ready === undefined ? [] : [`accepted, ${ready} nodes ready`]),
      ].join('; '),
    };
  });
}

/** An addon that was installed a moment ago may still have to register its kinds. */
async function waitForKarpenter(phase: Phase, pool: Pool): Promise<void> {
  await waitUntil(phase, {
    what: 'Karpenter',
    timeoutMs: KARPENTER_APPEARS_WITHIN_MS,
    remedy:
      'Install the addon tke-karpenter in the TKE console, then run the phase again.',
    check: async (): Promise<WaitState<undefined>> => {
      const unknown = await findUnknownKind(phase, pool);
      return unknown
        ? {
            done: false,
            message: `cluster ${phase.connection.clusterId} does not know ${unknown}, so Karpenter is not installed`,
          }
        : { done: true, value: undefined };
    },
  });
}

/** What Karpenter would have registered, and has not. */
async function findUnknownKind(
  { connection, signal }: Phase,
  pool: Pool,
): Promise<string | undefined> {
  for (const { apiVersion, plural } of Object.values(pool)) {
    try {
      await connection.kubernetes.list(
        { apiVersion, plural },
        { signal, limit: 1 },
      );
    } catch (error) {
      if (isKubernetesError(error) && error.status === 404) {
        return `${plural} (${apiVersion})`;
      }
      throw error;
    }
  }
  return undefined;
}

/** @returns whether the object was (or would be) changed */
async function apply(
  phase: Phase,
  reference: ObjectReference,
  manifest: KubernetesObject,
): Promise<boolean> {
  const { connection, signal, dryRun } = phase;
  const before = await connection.kubernetes.get<Applied>(reference, {
    signal,
  });
  try {
    const after = await connection.kubernetes.apply<Applied>(
      reference,
      manifest,
      { signal, dryRun },
    );
    return !before || !isDeepStrictEqual(before.spec, after.spec);
  } catch (error) {
    if (isKubernetesError(error) && error.status === 409) {
      throw new ConflictError(
        `${manifest.kind} ${reference.name} exists and was made by somebody else with other settings. Choose another name for the new pool, or change the existing one where it was made.`,
        error,
      );
    }
    throw error;
  }
}

/** @returns the number of ready nodes of the pool */
async function waitForPool(
  phase: Phase,
  pool: Pool,
  input: CreateKarpenterNodePoolInput,
): Promise<number> {
  const timeoutMs = (input.timeoutSeconds ?? 600) * 1000;
  const { name, waitForNodes = 0 } = input;
  await waitUntil(phase, {
    what: `Karpenter to accept the node pool ${name}`,
    timeoutMs,
    remedy:
      'Check that the Karpenter addon runs (on an empty cluster it may need a node that is not its own), and that subnets, security groups and SSH keys exist; then run the phase again.',
    check: () => checkAccepted(phase, pool),
  });
  return waitUntil(phase, {
    what: `${waitForNodes} ready nodes in the node pool ${name}`,
    timeoutMs,
    remedy:
      'Karpenter makes nodes only for Pods that need them; check that there are such Pods, the quota and the instance families, then run the phase again.',
    check: () => countReadyNodes(phase, name, waitForNodes),
  });
}

async function checkAccepted(
  phase: Phase,
  pool: Pool,
): Promise<WaitState<undefined>> {
  for (const reference of [pool.nodeClass, pool.nodePool]) {
    const object = await phase.connection.kubernetes.get<Applied>(reference, {
      signal: phase.signal,
    });
    const kind =
      reference === pool.nodePool ? 'NodePool' : 'TKEMachineNodeClass';
    const ready = object?.status?.conditions?.find(
      ({ type }) => type === 'Ready',
    );
    if (ready?.status !== 'True') {
      return {
        done: false,
        message: ready
          ? `${kind} is not ready: ${ready.reason}: ${ready.message}`
          : `${kind} has no status yet`,
      };
    }
  }
  return { done: true, value: undefined };
}

async function countReadyNodes(
  phase: Phase,
  name: string,
  wanted: number,
): Promise<WaitState<number>> {
  const { connection, signal } = phase;
  const { nodes, pendingMachines } = await observeCluster(
    connection.kubernetes,
    connection.clusterId,
    { signal, collections: ['nodes', 'karpenterNodeClaims', 'machines'] },
  );
  const ready = nodes.filter(
    node => node.nodePool === name && node.ready,
  ).length;
  if (ready >= wanted) {
    return { done: true, value: ready };
  }
  const failures = pendingMachines
    .filter(({ pool, failure }) => pool === name && failure)
    .map(machine => `${machine.name}: ${machine.failure?.message}`);
  return {
    done: false,
    message: [`${ready} of ${wanted} are ready`, ...failures].join('; '),
  };
}
