import { ActionServices, READ_ONLY } from './ActionServices';
import { auditCaller } from './auditCaller';
import { phaseField, problemField } from './fields';
import { toProblem } from './toProblem';

/** `list-clusters` */
export function createListClustersAction(services: ActionServices): void {
  const { actionsRegistry, auditor, clusters } = services;
  actionsRegistry.register({
    name: 'list-clusters',
    title: 'List TKE clusters',
    description: `
Lists the Tencent Kubernetes Engine (TKE) clusters that the caller may see, with the state of their Cilium network.

Each entry has the cluster's id, which the other actions take, its phase in one word and one sentence, the versions of Cilium and Kubernetes, how many nodes are ready, its worst problem, and when all that was last confirmed.

## When to use

Use this action to find out which clusters there are, which of them need attention, or the id of a cluster that is known by its title.
    `,
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          phase: z
            .array(phaseField(z))
            .optional()
            .describe('Only clusters in one of these phases.'),
          limit: z.number().int().min(1).max(500).optional(),
          cursor: z
            .string()
            .optional()
            .describe('nextCursor of an earlier answer.'),
        }),
      output: z =>
        z.object({
          clusters: z.array(
            z.object({
              clusterId: z.string(),
              title: z.string(),
              phase: phaseField(z).optional(),
              summary: z.string().optional(),
              ciliumVersion: z.string().optional(),
              kubernetesVersion: z.string().optional(),
              nodes: z
                .object({ total: z.number(), ready: z.number() })
                .optional(),
              worstProblem: problemField(z).optional(),
              observedAt: z
                .string()
                .optional()
                .describe('When this was last confirmed, ISO 8601.'),
            }),
          ),
          totalItems: z.number().describe('On all pages together.'),
          nextCursor: z.string().optional(),
        }),
    },
    examples: [
      { title: 'All clusters', input: {} },
      {
        title: 'Clusters that need attention',
        input: { phase: ['Degraded', 'Failed', 'Unreachable'] },
      },
    ],
    async action({ input, credentials }) {
      const { items, totalItems, nextCursor } = await auditCaller(
        auditor,
        { queryType: 'all', credentials },
        () =>
          clusters.list(
            {
              phases: input.phase,
              limit: input.limit ?? 100,
              cursor: input.cursor,
            },
            { credentials },
          ),
      );
      return {
        output: {
          clusters: items.map(cluster => ({
            clusterId: cluster.clusterId,
            title: cluster.title,
            phase: cluster.phase,
            summary: cluster.summary,
            ciliumVersion: cluster.ciliumVersion,
            kubernetesVersion: cluster.kubernetesVersion,
            nodes: cluster.nodes,
            worstProblem:
              cluster.worstProblem && toProblem(cluster.worstProblem),
            observedAt: cluster.observedAt,
          })),
          totalItems,
          nextCursor,
        },
      };
    },
  });
}
