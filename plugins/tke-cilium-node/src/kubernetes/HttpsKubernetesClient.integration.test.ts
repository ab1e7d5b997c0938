import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { LocalCluster, startLocalCluster } from '@tke-cilium/local-cluster';
import { ConfigClusterConnections } from '../connections/ConfigClusterConnections';
import { KubernetesClient } from './KubernetesClient';
import { listAll } from './listAll';

jest.setTimeout(120_000);

const CLUSTER = 'cls-abcdefgh';
const CONFIG_MAPS = {
  apiVersion: 'v1',
  plural: 'configmaps',
  namespace: 'default',
};
const MARKED = { labelSelector: 'marked=yes' };
/** More than one page of a count, and together large enough that the API server compresses them. */
const MARKED_COUNT = 510;

describe('HttpsKubernetesClient on a real API server', () => {
  let directory: string;
  let cluster: LocalCluster;
  let client: KubernetesClient;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'kubernetes-client-'));
    cluster = await startLocalCluster({
      directory: join(directory, 'cluster'),
    });
    const connections = ConfigClusterConnections.fromConfig(
      new ConfigReader({
        tkeCilium: {
          clusters: [
            { id: CLUSTER, kubeconfig: { path: cluster.kubeconfigPath } },
          ],
        },
      }),
    );
    client = (await connections.connect(CLUSTER)).kubernetes;
    await Promise.all(
      Array.from({ length: MARKED_COUNT }, (_, index) =>
        client.create(CONFIG_MAPS, {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: `marked-${index}`, labels: { marked: 'yes' } },
          ...{ data: { text: 'x'.repeat(1000) } },
        }),
      ),
    );
  });

  afterAll(async () => {
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('counts what a selector means, over more than one page', async () => {
    expect(await client.count(CONFIG_MAPS, MARKED)).toBe(MARKED_COUNT);
    expect(
      await client.count(CONFIG_MAPS, { labelSelector: 'marked=no' }),
    ).toBe(0);
  });

  it('counts everything with one small question', async () => {
    const all = await listAll(client, CONFIG_MAPS);
    expect(all.length).toBeGreaterThan(MARKED_COUNT);
    expect(await client.count(CONFIG_MAPS)).toBe(all.length);
  });

  it('lists from the beginning when the token of a page has expired', async () => {
    const before = await listAll(client, CONFIG_MAPS);
    const expired: unknown[] = [];
    const reading: KubernetesClient = Object.create(client, {
      list: {
        value: async (
          ...[resource, options]: Parameters<typeof client.list>
        ) => {
          if (options?.continue && expired.length === 0) {
            await compact();
          }
          return client.list(resource, options).catch(error => {
            expired.push(error);
            throw error;
          });
        },
      },
    });
    const all = await listAll(reading, CONFIG_MAPS, { limit: 400 });
    expect(expired).toEqual([
      expect.objectContaining({ status: 410, reason: 'Expired' }),
    ]);
    const names = all.map(({ metadata }) => metadata.name);
    expect(names).toContain('made-meanwhile');
    expect(new Set(names).size).toBe(before.length + 1);
    expect(names).toHaveLength(before.length + 1);
  });

  /** Makes etcd forget the revision of the list that is being read, as it does every five minutes. */
  async function compact(): Promise<void> {
    await client.create(CONFIG_MAPS, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'made-meanwhile' },
    });
    const etcd = async (path: string, body: object) => {
      const response = await fetch(`${cluster.etcdUrl}/v3${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      return response.json();
    };
    const { header } = await etcd('/maintenance/status', {});
    await etcd('/kv/compaction', { revision: header.revision });
    // Until then it would answer from what it remembers itself.
    await cluster.restartApiServer();
  }

  it('reads an answer that the API server compressed', async () => {
    const answer = await client.request({
      path: '/api/v1/namespaces/default/configmaps',
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
    answer.destroy();
    const { items } = await client.list<any>(CONFIG_MAPS, MARKED);
    expect(items).toHaveLength(MARKED_COUNT);
    expect(items[0].data.text).toBe('x'.repeat(1000));
  });

  it('counts no objects of a kind that is not there', async () => {
    await expect(
      client.count({ apiVersion: 'cilium.io/v2', plural: 'ciliumendpoints' }),
    ).rejects.toThrow(/404|could not find/);
  });
});
