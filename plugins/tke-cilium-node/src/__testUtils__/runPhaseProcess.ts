/*
 * Runs one phase, for tests that kill it. Started by PhaseProcess.ts under tsx.
 */
import { ConfigReader } from '@backstage/config';
import { ConfigClusterConnections } from '../connections/ConfigClusterConnections';
import { HelmClient } from '../helm/HelmClient';
import * as phases from '../phases';
import type { PhaseContext, PhaseResult } from '../phases';
import type { PhaseProcessOptions } from './PhaseProcess';

const { phase, input, clusterId, kubeconfigPath, helmCommand } = JSON.parse(
  process.argv[2],
) as PhaseProcessOptions;

async function main(): Promise<void> {
  const connections = ConfigClusterConnections.fromConfig(
    new ConfigReader({
      tkeCilium: {
        clusters: [{ id: clusterId, kubeconfig: { path: kubeconfigPath } }],
      },
    }),
  );
  const context: PhaseContext = {
    connection: await connections.connect(clusterId),
    signal: new AbortController().signal,
    dryRun: false,
    log: { info: print, warn: print },
  };
  const run = phases[phase as keyof typeof phases] as unknown as (
    context: PhaseContext,
    input: object,
  ) => Promise<PhaseResult>;
  const { summary } = await run(context, {
    ...input,
    helm: HelmClient.create({ command: helmCommand }),
  });
  print(`done: ${summary}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch(error => {
  print(`failed: ${error.message}`);
  process.exitCode = 1;
});
