import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresServer } from '@tke-cilium/local-postgres';
import { startTencentCloud, TencentCloud } from '@tke-cilium/tencent-stand-in';
import { stringify } from 'yaml';
import { BackendProcess } from './__testUtils__/BackendProcess';
import { CLUSTER_INPUT } from './__testUtils__/clusterInput';
import { cloudConfig } from './__testUtils__/cloudConfig';
import { ScaffolderClient } from './__testUtils__/ScaffolderClient';

const KEYS = { secretId: 'AKIDofTheTest', secretKey: 'secret-of-the-test' };
const TEMPLATE = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'race' },
  spec: {
    type: 'service',
    owner: 'platform',
    parameters: [],
    steps: [
      {
        id: 'create',
        action: 'tke:cluster:create',
        input: CLUSTER_INPUT,
      },
    ],
  },
};

describe('two backends that make the same cluster at the same time', () => {
  let directory: string;
  let cloud: TencentCloud;
  let postgres: PostgresServer;
  let backends: BackendProcess[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tke-cilium-race-'));
    // Both would look before a list shows what the other one made.
    cloud = await startTencentCloud({ ...KEYS, consistencyMs: 5_000 });
    postgres = await PostgresServer.start();
    const template = join(directory, 'template.yaml');
    await writeFile(template, stringify(TEMPLATE));
    const config = await cloudConfig({
      templates: [],
      endpoint: cloud.url,
      keys: KEYS,
    });
    backends = await Promise.all(
      ['first', 'second'].map(async name => {
        await mkdir(join(directory, name));
        return BackendProcess.create({
          directory: join(directory, name),
          database: { client: 'pg', connection: postgres.connection },
          config: {
            ...config,
            catalog: {
              ...(config.catalog as object),
              locations: [{ type: 'file', target: template }],
            },
            // So that neither runs both.
            scaffolder: { concurrentTasksLimit: 1 },
          },
        });
      }),
    );
    // One after the other: the first one makes the tables.
    for (const backend of backends) {
      await backend.start();
    }
  }, 240_000);

  afterAll(async () => {
    await Promise.all(backends.map(backend => backend.kill()));
    await cloud?.stop();
    await postgres?.stop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  async function start({ client }: { client: ScaffolderClient }) {
    for (;;) {
      try {
        return await client.start('template:default/race', {});
      } catch (error) {
        // The catalog has not read the template yet.
        if (!/404/.test(String(error))) {
          throw error;
        }
        await sleep(500);
      }
    }
  }

  it('have made one, and both know it', async () => {
    const ids = await Promise.all(backends.map(start));
    const tasks = await Promise.all(
      ids.map((id, index) => backends[index].client.waitForEnd(id)),
    );
    expect(tasks).toEqual(
      tasks.map(task => ({ ...task, status: 'completed' })),
    );
    const logs = await Promise.all(
      ids.map(async (id, index) => {
        const { client } = backends[index];
        await client.waitForLine(id, /(Created|Already so:) cls-\w+/);
        return (await client.log(id)).join('\n');
      }),
    );
    const calls = cloud.journal.filter(
      ({ action }) => action === 'CreateCluster',
    );
    expect(calls).toHaveLength(1);
    expect(cloud.clusters.size).toBe(1);
    expect(logs.filter(log => /Created cls-\w+/.test(log))).toHaveLength(1);
    const [waited] = logs.filter(log =>
      /Another task is making cluster "shop"/.test(log),
    );
    expect(waited).toMatch(/Already so: cls-\w+ is cluster "shop"/);
  }, 240_000);
});
