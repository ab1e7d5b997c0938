import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startLocalControlPlane,
  startTencentCloud,
  TencentCloud,
} from '@tke-cilium/tencent-stand-in';
import { BackendProcess } from './__testUtils__/BackendProcess';
import { cloudConfig } from './__testUtils__/cloudConfig';
import { formDefaults, readExample } from './__testUtils__/exampleTemplates';

const FILE = 'templates/tke-cilium-cluster/template.yaml';
const KEYS = { secretId: 'AKIDofTheTest', secretKey: 'secret-of-the-test' };

/** Where the backend dies: each time after something was created, in the middle of the wait for it. */
const DEATHS = [
  /Waiting for cluster cls-\w+ to run/,
  /Waiting for the super node/,
  /Waiting for the public access/,
  /Waiting for the node pool default/,
];

describe('a backend that is killed again and again while a cluster is made', () => {
  let directory: string;
  let cloud: TencentCloud;
  let backend: BackendProcess;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tke-cilium-cloud-'));
    cloud = await startTencentCloud({
      ...KEYS,
      // Slow enough to die in the middle of each wait.
      speed: 8,
      startControlPlane: startLocalControlPlane(),
    });
    backend = await BackendProcess.create({
      directory,
      config: {
        ...(await cloudConfig({
          templates: [FILE],
          endpoint: cloud.url,
          keys: KEYS,
        })),
        scaffolder: {
          taskRecovery: { enabled: true, staleTimeout: { seconds: 10 } },
        },
      },
    });
    await backend.start();
  }, 240_000);

  afterEach(async () => {
    await backend?.kill();
    await cloud?.stop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  async function start(values: object): Promise<string> {
    for (;;) {
      try {
        return await backend.client.start(
          'template:default/tke-cilium-cluster',
          values as never,
        );
      } catch (error) {
        // The catalog has not read the template yet.
        if (!/404/.test(String(error))) {
          throw error;
        }
        await sleep(500);
      }
    }
  }

  it('finishes the task, and has made everything once', async () => {
    const [template] = await readExample(FILE);
    const taskId = await start({
      ...formDefaults(template),
      name: 'shop',
      owner: 'group:default/platform',
      instanceType: 'SA5.MEDIUM4',
      replicas: 1,
      sshKeyIds: ['skey-demo0001'],
    });
    for (const line of DEATHS) {
      await backend.client.waitForLine(taskId, line);
      await backend.kill();
      await backend.start();
    }
    const { status, log } = await backend.client.waitForEnd(taskId);
    expect({ status, log }).toEqual({ status: 'completed', log });
    for (const action of [
      'CreateCluster',
      'CreateClusterVirtualNodePool',
      'CreateClusterEndpoint',
      'UpdateAddon',
      'CreateNodePool',
    ]) {
      const calls = cloud.journal.filter(entry => entry.action === action);
      expect([action, calls.length]).toEqual([action, 1]);
    }
  }, 900_000);
});
