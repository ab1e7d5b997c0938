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

type Death = {
  /** What the backend prints when it dies. */
  at: RegExp;
  /** Whether time goes on in the cloud from then on: a wait ends only after the backend has died in it. */
  timeGoesOn?: boolean;
};

const inWaitFor = (what: string): Death => ({
  at: new RegExp(`Waiting for ${what}`),
  timeGoesOn: true,
});
/** At the boundary behind a phase: it is done, and the task does not say so yet. */
const behind = (phase: string): Death => ({
  at: new RegExp(`"actionType":"${phase}".*"succeeded"`),
});

/**
 * In the order of the template: in the middle of each wait, and at each boundary. In the middle of
 * Helm it dies in `recovery.integration.test.ts`.
 */
const DEATHS: Death[] = [
  { at: /Waiting for the catalog to have cls-/ },
  behind('tke:cluster:create'),
  inWaitFor('cluster cls-\\w+ to run'),
  behind('tke:cluster:wait-running'),
  behind('tke:addon:install'),
  inWaitFor('the super node'),
  behind('tke:supernode:create'),
  inWaitFor('the public access'),
  behind('tke:cluster:open-endpoint'),
  // Its addon was done while the API server was opened: there is nothing to wait for.
  behind('tke:addon:wait'),
  behind('tke:cilium:preflight'),
  behind('tke:cilium:upgrade-eni-agent'),
  behind('tke:cilium:apply-cni-config'),
  behind('tke:cilium:disable-tke-components'),
  behind('tke:cilium:install'),
  inWaitFor('the node pool default'),
  behind('tke:nodepool:create-native'),
  inWaitFor('Cilium to be ready'),
  behind('tke:cilium:wait-ready'),
  inWaitFor('the super node "tke-cilium-bootstrap" to be gone'),
  behind('tke:supernode:delete'),
];

describe('a backend that is killed again and again while a cluster is made', () => {
  let directory: string;
  let cloud: TencentCloud;
  let backend: BackendProcess;
  /** The time in the cloud, while it stands still there. */
  let stoppedAt: number | undefined;

  beforeEach(async () => {
    stoppedAt = Date.now();
    directory = await mkdtemp(join(tmpdir(), 'tke-cilium-cloud-'));
    cloud = await startTencentCloud({
      ...KEYS,
      speed: 60,
      now: () => stoppedAt ?? Date.now(),
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
        scaffolder: { taskRecovery: { enabled: true } },
      },
    });
    await backend.start();
  }, 240_000);

  afterEach(async () => {
    await backend?.stop();
    await cloud?.stop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  /** What it was doing holds the catalog of the next backend up no longer than the next look. */
  async function dieWhileTheCatalogLooks(): Promise<void> {
    cloud.fail({ action: 'DescribeClusters', fault: 'hang' });
    while (!cloud.journal.some(({ outcome }) => outcome === 'hang')) {
      await sleep(50);
    }
    await backend.kill();
    await backend.start();
  }

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
    await dieWhileTheCatalogLooks();
    const taskId = await start({
      ...formDefaults(template),
      name: 'shop',
      owner: 'group:default/platform',
      instanceType: 'SA5.MEDIUM4',
      replicas: 1,
      sshKeyIds: ['skey-demo0001'],
    });
    for (const { at, timeGoesOn } of DEATHS) {
      await backend.killAt(at);
      stoppedAt = timeGoesOn ? undefined : stoppedAt ?? Date.now();
      await backend.start();
    }
    const { status, log } = await backend.client.waitForEnd(taskId);
    expect({ status, log }).toEqual({ status: 'completed', log });
    expect(log.join('\n')).not.toMatch(/\(revision [^1]/);
    for (const action of [
      'CreateCluster',
      'CreateClusterVirtualNodePool',
      'CreateClusterEndpoint',
      'UpdateAddon',
      'CreateNodePool',
      'DeleteClusterVirtualNodePool',
    ]) {
      const calls = cloud.journal.filter(entry => entry.action === action);
      expect([action, calls.length]).toEqual([action, 1]);
    }
    expect([...cloud.clusters.values()]).toEqual([
      expect.objectContaining({
        name: 'shop',
        status: 'Running',
        nodePools: [expect.objectContaining({ name: 'default' })],
        superNodes: [],
      }),
    ]);
  }, 900_000);
});
