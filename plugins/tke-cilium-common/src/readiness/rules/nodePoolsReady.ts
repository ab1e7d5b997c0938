import { NodePoolFacts, PendingMachineFacts } from '../../snapshot/types';
import { isInstalled } from '../installation';
import { isFailed, pendingOf } from '../nodePools';
import { createProblem } from '../problems/catalogue';
import { Problem } from '../types';
import { fails, holds, Rule, unknownWithout } from '../verdict';

/** Every pool is accepted, can make nodes, and makes nodes that wait for Cilium. */
export const nodePoolsReady: Rule = snapshot => {
  const gap = unknownWithout(
    snapshot,
    'karpenterNodePools',
    'karpenterNodeClaims',
    'machineSets',
    'machines',
  );
  if (gap) {
    return gap;
  }
  const pools = snapshot.nodePools;
  const failed = pools.filter(isFailed);
  const problems = [
    ...failed.map(poolProblem),
    ...pools
      .filter(pool => !isFailed(pool))
      .flatMap(pool => machineProblems(pool, pendingOf(snapshot, pool))),
    ...(isInstalled(snapshot)
      ? pools
          .filter(
            ({ kind, startupTaint }) =>
              kind === 'karpenter' && startupTaint === false,
          )
          .map(({ name }) =>
            createProblem('startup-taint-missing', { pool: name }),
          )
      : []),
  ];
  if (failed.length > 0) {
    return fails('NodePoolsFailed', problems[0].message, problems);
  }
  const message =
    pools.length === 0
      ? 'The cluster has no node pool that shows inside it.'
      : `${pools.length} node pools are accepted.`;
  return { ...holds('NodePoolsAccepted', message), problems };
};

function poolProblem({ name, failure }: NodePoolFacts): Problem {
  return createProblem('node-pool-failed', {
    pool: name,
    reason: failure?.reason ?? 'unknown',
    detail: failure?.message ?? '',
  });
}

function machineProblems(
  pool: NodePoolFacts,
  machines: PendingMachineFacts[],
): Problem[] {
  return machines
    .filter(({ failure }) => failure)
    .map(({ name, failure }) =>
      createProblem('machine-failed', {
        machine: name,
        pool: pool.name,
        reason: failure?.reason ?? 'unknown',
        detail: failure?.message ?? '',
      }),
    );
}
