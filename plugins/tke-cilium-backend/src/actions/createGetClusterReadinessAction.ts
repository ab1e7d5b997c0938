import { ActionServices, READ_ONLY } from './ActionServices';
import { auditCaller } from './auditCaller';
import { clusterIdField, phaseField, problemField } from './fields';
import { toProblem } from './toProblem';

/** Nodes that need attention are named up to this number: an answer for a model must stay short. */
const MOST_NODES = 20;

/** `get-cluster-readiness` */
export function createGetClusterReadinessAction(
  services: ActionServices,
): void {
  const { actionsRegistry, auditor, clusters } = services;
  actionsRegistry.register({
    name: 'get-cluster-readiness',
    title: 'Get the readiness of a TKE cluster',
    description: `
Tells whether the Cilium network of one TKE cluster is fine, and what is wrong if it is not: conditions with reasons, problems with remedies, versions, node pools, and the nodes that need attention.

The answer comes from what is watched already: it is at most a second old while the cluster is reachable, and costs the cluster nothing. While \`phase\` is \`Unreachable\` it is what was last known, as of \`observedAt\`.

## When to use

Use this action to answer why a cluster or its network has a problem, before looking at single objects in it.
    `,
    attributes: READ_ONLY,
    schema: {
      input: z => z.object({ clusterId: clusterIdField(z) }),
      output: z =>
        z.object({
          clusterId: z.string(),
          title: z.string(),
          phase: phaseField(z)
            .optional()
            .describe('Missing while nothing was observed yet.'),
          summary: z.string().optional(),
          observedAt: z.string().optional(),
          cilium: z
            .object({
              version: z.string().optional(),
              chartVersion: z.string().optional(),
              profile: z.string().optional(),
            })
            .optional(),
          kubernetesVersion: z.string().optional(),
          conditions: z.array(
            z.object({
              type: z.string(),
              status: z
                .enum(['True', 'False', 'Unknown'])
                .describe('Unknown is never fine.'),
              reason: z.string(),
              message: z.string(),
              lastTransitionTime: z.string(),
            }),
          ),
          problems: z.array(problemField(z)).describe('Worst first.'),
          nodes: z.object({
            total: z.number(),
            needAttention: z
              .array(z.object({ name: z.string(), message: z.string() }))
              .describe(`Up to ${MOST_NODES} of them.`),
          }),
          nodePools: z.array(
            z.object({
              name: z.string(),
              kind: z.string(),
              desired: z.number().optional(),
              ready: z.number(),
              phase: z.string(),
              message: z.string().optional(),
            }),
          ),
        }),
    },
    examples: [{ title: 'One cluster', input: { clusterId: 'cls-1a2b3c4d' } }],
    async action({ input: { clusterId }, credentials }) {
      const { title, observedAt, readiness } = await auditCaller(
        auditor,
        { queryType: 'by-id', clusterId, credentials },
        () => clusters.get(clusterId, { credentials }),
      );
      const nodes = readiness?.nodes ?? [];
      return {
        output: {
          clusterId,
          title,
          phase: readiness?.phase,
          summary: readiness?.summary,
          observedAt,
          cilium: readiness && {
            version: readiness.cilium.version,
            chartVersion: readiness.cilium.chartVersion,
            profile: readiness.cilium.profile,
          },
          kubernetesVersion: readiness?.kubernetesVersion,
          conditions: readiness?.conditions ?? [],
          problems: (readiness?.problems ?? []).map(toProblem),
          nodes: {
            total: nodes.length,
            needAttention: nodes
              .filter(
                ({ ready, cilium }) =>
                  !ready || !['ready', 'not-applicable'].includes(cilium),
              )
              .slice(0, MOST_NODES)
              .map(({ name, ready, cilium, message }) => ({
                name,
                message:
                  message ??
                  (ready
                    ? `The agent is ${cilium}.`
                    : 'The node is not ready.'),
              })),
          },
          nodePools: (readiness?.nodePools ?? []).map(
            ({ name, kind, desired, ready, phase, message }) => ({
              name,
              kind,
              desired,
              ready,
              phase,
              message,
            }),
          ),
        },
      };
    },
  });
}
