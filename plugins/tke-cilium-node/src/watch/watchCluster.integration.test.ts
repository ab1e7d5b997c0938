import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigReader } from '@backstage/config';
import {
  ClusterSnapshot,
  SNAPSHOT_SOURCES,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  LocalCluster,
  ProxyFault,
  startFaultProxy,
  startLocalCluster,
} from '@tke-cilium/local-cluster';
import { ConfigClusterConnections } from '../connections/ConfigClusterConnections';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { DEFAULT_WATCH_TIMINGS } from './timings';
import { observeWatch } from './testing/observeWatch';

jest.setTimeout(120_000);

const CLUSTER = 'cls-abcdefgh';
const CONFIG_MAP = {
  apiVersion: 'v1',
  plural: 'configmaps',
  namespace: 'kube-system',
  name: 'cni-config',
};
const CRD = {
  apiVersion: 'apiextensions.k8s.io/v1',
  plural: 'customresourcedefinitions',
  name: 'ciliumnodes.cilium.io',
};

function connectionsBy(kubeconfigPath: string) {
  return ConfigClusterConnections.fromConfig(
    new ConfigReader({
      tkeCilium: {
        clusters: [{ id: CLUSTER, kubeconfig: { path: kubeconfigPath } }],
      },
    }),
  );
}

describe('watchCluster on a real API server', () => {
  let cluster: LocalCluster;
  let client: KubernetesClient;
  let directory: string;
  let watch: ReturnType<typeof observeWatch>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'watch-'));
    cluster = await startLocalCluster({
      directory: join(directory, 'cluster'),
    });
    const connections = connectionsBy(cluster.kubeconfigPath);
    client = (await connections.connect(CLUSTER)).kubernetes;
  });

  afterAll(async () => {
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  afterEach(async () => {
    await watch.stop();
  });

  /** With the timings of production. */
  async function observe(kubeconfigPath = cluster.kubeconfigPath) {
    const connections = connectionsBy(kubeconfigPath);
    watch = observeWatch(
      () => connections.connect(CLUSTER),
      DEFAULT_WATCH_TIMINGS,
    );
    return watch;
  }

  function isConnected({ connection }: ClusterSnapshot) {
    return connection.state === 'connected';
  }

  async function changeConfigMap(mode: string) {
    await client.apply(CONFIG_MAP, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'cni-config', namespace: 'kube-system' },
      ...{ data: { 'cni-config': mode } },
    });
  }

  function hasConfigMap(mode: string) {
    return ({ configMaps }: ClusterSnapshot) =>
      configMaps['cni-config']?.data['cni-config'] === mode;
  }

  async function auditedRequests() {
    const lines = (await readFile(cluster.auditLogPath, 'utf8')).trim();
    return lines
      .split('\n')
      .map(line => JSON.parse(line))
      .filter(({ userAgent }) => userAgent === 'tke-cilium');
  }

  it('sees the whole of an empty TKE cluster', async () => {
    await observe();
    const snapshot = await watch.until(isConnected, 30_000);
    expect(snapshot).toMatchObject({
      kubernetesVersion: 'v1.34.4-tke.1',
      apiServer: { host: expect.stringMatching(/^169\.254\./), port: 60002 },
      nodes: [],
      ciliumNodes: [],
      endpoints: { ciliumEndpoints: 0 },
    });
    expect(Object.keys(snapshot.daemonSets)).toEqual(
      expect.arrayContaining(['kube-proxy', 'tke-cni-agent', 'tke-eni-agent']),
    );
    const states = Object.values(snapshot.collections).map(
      ({ state }) => state,
    );
    expect(new Set(states)).toEqual(new Set(['synced', 'absent']));
  });

  it('sees a change within a second, and asks nothing while nothing happens', async () => {
    await observe();
    await watch.until(isConnected, 30_000);
    // Let the audit log be written.
    await sleep(1_500);
    const before = (await auditedRequests()).length;
    await sleep(3_000);
    expect((await auditedRequests()).length - before).toBe(0);

    await changeConfigMap('first');
    await watch.until(hasConfigMap('first'), 1_000);
    await changeConfigMap('second');
    const snapshot = await watch.until(hasConfigMap('second'), 1_000);
    expect(isConnected(snapshot)).toBe(true);
  });

  it('survives a restart of the API server', async () => {
    await observe();
    await watch.until(isConnected, 30_000);
    await cluster.stopApiServer();
    await watch.until(
      ({ connection }) => connection.state === 'unreachable',
      15_000,
    );
    await cluster.restartApiServer();
    await watch.until(isConnected, 20_000);
    await changeConfigMap('after restart');
    const snapshot = await watch.until(hasConfigMap('after restart'), 2_000);
    expect(snapshot.collections.configMaps).toEqual({ state: 'synced' });
  });

  it.each<[string, ProxyFault]>([
    ['resets connections', { kind: 'reset' }],
    ['answers 500', { kind: 'status', status: 500 }],
    ['answers 429', { kind: 'status', status: 429, retryAfterSeconds: 1 }],
    ['is slow', { kind: 'delay', milliseconds: 300 }],
    ['does not answer', { kind: 'hang' }],
  ])(
    'loses nothing when the API server %s for a while',
    async (what, fault) => {
      const proxy = await startFaultProxy(cluster);
      try {
        await observe(proxy.kubeconfigPath);
        await watch.until(isConnected, 30_000);
        proxy.inject({ fault });
        proxy.breakWatches({ kind: 'reset' });
        await changeConfigMap(what);
        await sleep(2_000);
        proxy.heal();
        const snapshot = await watch.until(
          latest => isConnected(latest) && hasConfigMap(what)(latest),
          15_000,
        );
        expect(snapshot.collections.configMaps).toEqual({ state: 'synced' });
      } finally {
        await watch.stop();
        await proxy.stop();
      }
    },
  );

  it('picks up a kind whose CRD is registered later', async () => {
    await observe();
    const before = await watch.until(isConnected, 30_000);
    expect(before.collections.ciliumNodes).toEqual({ state: 'absent' });

    const resource = { apiVersion: 'cilium.io/v2', plural: 'ciliumnodes' };
    await client.apply(CRD, ciliumNodeCrd());
    // The API server serves a kind some time after it took its CRD.
    while (!(await client.list(resource).catch(() => undefined))) {
      await sleep(100);
    }
    await client.apply(
      { ...resource, name: '10.0.0.7' },
      {
        apiVersion: 'cilium.io/v2',
        kind: 'CiliumNode',
        metadata: { name: '10.0.0.7' },
      },
    );
    const snapshot = await watch.until(
      ({ ciliumNodes }) => ciliumNodes.includes('10.0.0.7'),
      10_000,
    );
    expect(snapshot.collections.ciliumNodes).toEqual({ state: 'synced' });

    await client.delete(CRD);
    await watch.until(
      ({ collections }) => collections.ciliumNodes.state === 'absent',
      20_000,
    );
  });

  it('connects when the kubeconfig appears', async () => {
    const path = join(directory, 'late-kubeconfig');
    await observe(path);
    const missing = await watch.until(({ connection }) =>
      Boolean(connection.message),
    );
    expect(missing.connection).toMatchObject({
      state: 'connecting',
      message: expect.stringContaining('does not exist (yet)'),
    });
    await copyFile(cluster.kubeconfigPath, path);
    expect(isConnected(await watch.until(isConnected, 10_000))).toBe(true);
  });

  it('says which permission is missing, and shows the rest', async () => {
    const kubeconfig = await cluster.restrictedKubeconfig('nodes-only', [
      { apiGroups: [''], resources: ['nodes'], verbs: ['list', 'watch'] },
    ]);
    await observe(kubeconfig);
    const { collections } = await watch.until(isConnected, 30_000);
    expect(collections.nodes).toEqual({ state: 'synced' });
    expect(collections.daemonSets).toEqual({
      state: 'forbidden',
      message: expect.stringContaining('daemonsets.apps'),
    });
    expect(collections.eligiblePods.state).toBe('forbidden');
  });

  it('is allowed everything it asks for by the sources alone', async () => {
    const kubeconfig = await cluster.restrictedKubeconfig(
      'reader',
      SNAPSHOT_SOURCES.map(({ apiVersion, plural }) => ({
        apiGroups: [apiVersion.includes('/') ? apiVersion.split('/')[0] : ''],
        resources: [plural],
        verbs: ['list', 'watch'],
      })),
    );
    await observe(kubeconfig);
    const { collections } = await watch.until(isConnected, 30_000);
    expect(
      Object.entries(collections).filter(
        ([, { state }]) => state !== 'synced' && state !== 'absent',
      ),
    ).toEqual([]);
  });
});

function ciliumNodeCrd() {
  return {
    apiVersion: CRD.apiVersion,
    kind: 'CustomResourceDefinition',
    metadata: { name: CRD.name },
    spec: {
      group: 'cilium.io',
      scope: 'Cluster',
      names: {
        kind: 'CiliumNode',
        listKind: 'CiliumNodeList',
        plural: 'ciliumnodes',
        singular: 'ciliumnode',
      },
      versions: [
        {
          name: 'v2',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
        },
      ],
    },
  };
}
