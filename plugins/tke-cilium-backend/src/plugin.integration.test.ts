import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { ConfigClusterConnections } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { LocalCluster, startLocalCluster } from '@tke-cilium/local-cluster';
import request from 'supertest';
import tkeCiliumPlugin from './index';

jest.setTimeout(120_000);

const CLUSTER = 'cls-abcdefgh';
const PATH = `/api/tke-cilium/v1/clusters/${CLUSTER}`;

describe('tkeCiliumPlugin with a real cluster', () => {
  let directory: string;
  let cluster: LocalCluster;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let config: { tkeCilium: object };
  const revisions: number[] = [];
  const actions = actionsRegistryServiceMock();

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tracker-'));
    cluster = await startLocalCluster({
      directory: join(directory, 'cluster'),
    });
    config = {
      tkeCilium: {
        clusters: [
          { id: CLUSTER, kubeconfig: { path: cluster.kubeconfigPath } },
        ],
      },
    };
    backend = await startTestBackend({
      features: [
        tkeCiliumPlugin,
        mockServices.rootConfig.factory({ data: config }),
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Resource',
              metadata: {
                name: 'demo',
                annotations: { 'tencentcloud.com/cluster-id': CLUSTER },
              },
              spec: { type: 'kubernetes-cluster' },
            },
          ],
        }),
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => actions,
        }),
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({
            publish: async ({ message }) => {
              revisions.push(Number(message.revision));
            },
          }),
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function read() {
    const { body } = await request(backend.server).get(PATH);
    return body;
  }

  async function until(
    what: (body: Awaited<ReturnType<typeof read>>) => boolean,
    timeoutMs: number,
  ) {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const body = await read();
      if (what(body)) {
        return body;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `Not within ${timeoutMs} ms: ${what}. Latest: ${JSON.stringify(
            body,
          )}`,
        );
      }
      await sleep(20);
    }
  }

  async function auditedRequests() {
    // The API server writes its audit log in batches.
    await sleep(1_500);
    const lines = (await readFile(cluster.auditLogPath, 'utf8')).split('\n');
    return lines.filter(line => line.includes('"userAgent":"tke-cilium"'))
      .length;
  }

  it('serves what the cluster is', async () => {
    const body = await until(({ phase }) => phase === 'NotInstalled', 30_000);
    expect(body).toMatchObject({
      clusterId: CLUSTER,
      connection: { state: 'connected' },
      kubernetesVersion: 'v1.34.4-tke.1',
      nodes: { total: 0, ready: 0 },
      history: [{ phase: 'NotInstalled' }],
    });
    expect(revisions.at(-1)).toBe(body.revision);
  });

  it('checks for a model whether Cilium can be installed, and changes nothing', async () => {
    const { actions: known } = await actions.list();
    const { output } = await actions.invoke({
      id: known.find(({ name }) => name === 'preflight')!.id,
      input: { clusterId: CLUSTER },
    });
    expect(output).toMatchObject({
      blocked: false,
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'eni-agent-too-old' }),
      ]),
    });
  });

  it('costs the API server nothing, however many look', async () => {
    await until(({ phase }) => phase === 'NotInstalled', 30_000);
    const before = await auditedRequests();
    const answers = await Promise.all(Array.from({ length: 50 }, read));
    expect(answers.every(({ phase }) => phase === 'NotInstalled')).toBe(true);
    expect((await auditedRequests()) - before).toBe(0);
  });

  it('shows a change of the cluster within a second, and signals it', async () => {
    const { revision } = await until(
      ({ phase }) => phase === 'NotInstalled',
      30_000,
    );
    const connections = ConfigClusterConnections.fromConfig(
      new ConfigReader(config),
    );
    const { kubernetes } = await connections.connect(CLUSTER);
    await kubernetes.create(
      { apiVersion: 'v1', plural: 'nodes' },
      { apiVersion: 'v1', kind: 'Node', metadata: { name: '10.0.0.7' } },
    );
    const body = await until(({ nodes }) => nodes.total === 1, 1_000);
    expect(body.readiness.nodes[0].name).toBe('10.0.0.7');
    expect(body.revision).toBeGreaterThan(revision);
    expect(revisions.at(-1)).toBeGreaterThan(revision);
  });

  it('keeps what it knows while the API server is away, and comes back', async () => {
    await cluster.stopApiServer();
    const away = await until(({ phase }) => phase === 'Unreachable', 15_000);
    expect(away.kubernetesVersion).toBe('v1.34.4-tke.1');
    expect(Date.parse(away.observedAt)).toBeLessThan(
      Date.parse(away.connection.since),
    );
    await cluster.restartApiServer();
    const back = await until(
      ({ connection }) => connection.state === 'connected',
      30_000,
    );
    expect(back.phase).toBe('NotInstalled');
    expect(back.history.map(({ phase }: { phase: string }) => phase)).toEqual([
      'NotInstalled',
      'Unreachable',
      'NotInstalled',
    ]);
  });
});
