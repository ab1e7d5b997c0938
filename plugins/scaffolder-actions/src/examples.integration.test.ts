import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalCluster, startLocalCluster } from '@tke-cilium/local-cluster';
import { parse } from 'yaml';
import { examples as applyCniConfig } from './actions/applyCniConfig.examples';
import { examples as createKarpenterNodePool } from './actions/createKarpenterNodePool.examples';
import { examples as disableTkeComponents } from './actions/disableTkeComponents.examples';
import { examples as install } from './actions/install.examples';
import { examples as preflight } from './actions/preflight.examples';
import { examples as showValues } from './actions/showValues.examples';
import { examples as upgradeEniAgent } from './actions/upgradeEniAgent.examples';
import { examples as waitReady } from './actions/waitReady.examples';
import { clusterEntity } from './__testUtils__/exampleTemplates';
import { startScaffolder } from './__testUtils__/startScaffolder';

// The examples in the order of an installation, each as the template that its reader would make of it.
const templates = Object.entries({
  preflight,
  'upgrade-eni-agent': upgradeEniAgent,
  'apply-cni-config': applyCniConfig,
  'show-values': showValues,
  install,
  'create-karpenter': createKarpenterNodePool,
  'disable-tke-components': disableTkeComponents,
  'wait-ready': waitReady,
}).flatMap(([action, examples]) =>
  examples.map(({ description, example }, index) => ({
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: `${action}-${index}`, title: description },
    spec: { type: 'service', ...parse(example) },
  })),
);

describe('examples', () => {
  let directory: string;
  let cluster: LocalCluster;
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tke-cilium-examples-'));
    cluster = await startLocalCluster({
      id: 'cls-1a2b3c4d',
      directory,
      simulator: true,
    });
    scaffolder = await startScaffolder({
      cluster,
      entities: [...templates, clusterEntity(cluster.id)],
    });
  }, 240_000);

  afterAll(async () => {
    await scaffolder?.stop();
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  it.each(templates.map(template => [template.metadata.title, template]))(
    '%s',
    async (_, template) => {
      const { client } = scaffolder;
      const dry = await client.dryRun(template, {});
      expect(dry.status).toBe('completed');

      const { status, log } = await client.run(
        `template:default/${template.metadata.name}`,
        {},
      );

      expect({ status, log }).toEqual({ status: 'completed', log });
    },
    300_000,
  );
});
