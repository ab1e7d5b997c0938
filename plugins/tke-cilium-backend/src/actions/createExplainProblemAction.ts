import { InputError } from '@backstage/errors';
import { PROBLEM_CATALOGUE } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ActionServices, READ_ONLY } from './ActionServices';
import { auditCaller } from './auditCaller';
import { clusterIdField } from './fields';

/** `explain-problem` */
export function createExplainProblemAction(services: ActionServices): void {
  const { actionsRegistry, auditor, clusters } = services;
  actionsRegistry.register({
    name: 'explain-problem',
    title: 'Explain a problem of a TKE cluster',
    description: `
Explains a code of a problem that get-cluster-readiness or preflight reports: what it means, how bad it is, what to do about it and where to read more. With a cluster it also tells how the cluster has it now.

## When to use

Use this action when somebody asks what a problem means or how to mend it.
    `,
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          code: z.string().describe('For example agent-crash-loop.'),
          clusterId: clusterIdField(z)
            .optional()
            .describe('Cluster to look for the problem in.'),
        }),
      output: z =>
        z.object({
          code: z.string(),
          severity: z.enum(['error', 'warning', 'info']),
          foundBy: z
            .enum(['readiness', 'preflight', 'values', 'cluster', 'node-pool'])
            .describe('Which checks find it.'),
          meaning: z
            .string()
            .describe('One sentence; ‹names› differ from case to case.'),
          remedy: z.string(),
          docsUrl: z.string().optional(),
          occurrences: z
            .array(z.string())
            .optional()
            .describe('How the cluster has it now; empty: it does not.'),
        }),
    },
    examples: [
      { title: 'What a code means', input: { code: 'node-taint-stuck' } },
      {
        title: 'What it means on a cluster',
        input: { code: 'node-taint-stuck', clusterId: 'cls-1a2b3c4d' },
      },
    ],
    async action({ input: { code, clusterId }, credentials }) {
      const problem = PROBLEM_CATALOGUE.find(known => known.code === code);
      if (!problem) {
        throw new InputError(
          `code: there is no problem "${code}". get-cluster-readiness gives the codes of a cluster.`,
        );
      }
      const found = clusterId
        ? await auditCaller(
            auditor,
            { queryType: 'problems', clusterId, credentials },
            () => clusters.problems(clusterId, { credentials }),
          )
        : undefined;
      const { message: meaning, ...description } = problem;
      return {
        output: {
          ...description,
          meaning,
          occurrences: found?.items
            .filter(item => item.code === code)
            .map(({ message }) => message),
        },
      };
    },
  });
}
