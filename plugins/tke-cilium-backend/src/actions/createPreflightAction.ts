import { DEFAULT_INSTALL_PROFILE } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { runPreflight } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ActionServices, READ_ONLY } from './ActionServices';
import { auditCaller } from './auditCaller';
import { clusterIdField, problemField, profileField } from './fields';
import { toProblem } from './toProblem';

/** Nobody waits longer for an answer; the API server is read page by page meanwhile. */
const TIMEOUT_MS = 60_000;

/** `preflight` */
export function createPreflightAction(services: ActionServices): void {
  const { actionsRegistry, auditor, clusters, connections } = services;
  actionsRegistry.register({
    name: 'preflight',
    title: 'Check whether Cilium can be installed on a TKE cluster',
    description: `
Checks every prerequisite of installing Cilium on a TKE cluster and gives all findings at once: network mode, versions, ENI agent, nodes, what is left of earlier installations. It reads the cluster now and changes nothing.

## When to use

Use this action before somebody installs or upgrades Cilium with the software template, or to explain why that template refuses a cluster. For a cluster that has Cilium already, get-cluster-readiness tells more.
    `,
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          clusterId: clusterIdField(z),
          profile: profileField(z),
          chartVersion: z
            .string()
            .optional()
            .describe("Version of the Cilium chart. Default: the profile's."),
        }),
      output: z =>
        z.object({
          summary: z.string(),
          blocked: z
            .boolean()
            .describe('Whether a finding of severity error blocks an install.'),
          findings: z.array(problemField(z)),
        }),
    },
    examples: [
      { title: 'Check a cluster', input: { clusterId: 'cls-1a2b3c4d' } },
    ],
    async action({ input, logger, credentials }) {
      const { clusterId, profile, chartVersion } = input;
      const { summary, problems } = await auditCaller(
        auditor,
        { queryType: 'preflight', clusterId, credentials },
        async () => {
          // Who may see a cluster may know what keeps Cilium off it.
          await clusters.problems(clusterId, { credentials });
          return runPreflight(
            {
              connection: await connections.connect(clusterId),
              log: {
                info: message => logger.debug(message),
                warn: message => logger.debug(message),
              },
              signal: AbortSignal.timeout(TIMEOUT_MS),
              dryRun: true,
            },
            { profile: profile ?? DEFAULT_INSTALL_PROFILE, chartVersion },
          );
        },
      );
      return {
        output: {
          summary,
          blocked: problems.some(({ severity }) => severity === 'error'),
          findings: problems.map(toProblem),
        },
      };
    },
  });
}
