import { isDeepStrictEqual } from 'node:util';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ClusterSnapshot,
  SNAPSHOT_SOURCES,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  FaultProxy,
  LocalCluster,
  startFaultProxy,
  startLocalCluster,
} from '@tke-cilium/local-cluster';
import { connectionTo } from '../connections/connectionTo';
import { KubeconfigFile } from '../connections/KubeconfigFile';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import {
  closeIdleConnections,
  countActiveResources,
  countRequests,
  growth,
  ResourceCounts,
  SignalWitness,
} from '../__testUtils__/countResources';
import { observeWatch } from './testing/observeWatch';
import { Trouble, TROUBLED_TIMINGS, TROUBLES } from '../__testUtils__/troubles';

jest.setTimeout(60_000);

const CLUSTER = { clusterId: 'cls-abcdefgh', title: 'test' };
const DEPLOYMENTS = ['cilium-operator', 'hubble-relay'];
const CONFIG_MAP = {
  apiVersion: 'v1',
  plural: 'configmaps',
  namespace: 'kube-system',
  name: 'cni-config',
};
/** What a list and a watch may take on a machine that is busy with other tests. */
const REQUESTS_MS = 2_000;
const ROUNDS = 2;

describe('watchCluster in front of a real API server in trouble', () => {
  let directory: string;
  let cluster: LocalCluster;
  let proxy: FaultProxy;
  let direct: KubernetesClient;
  /** Sees the cluster without the proxy. */
  let witness: ReturnType<typeof observeWatch>;
  let watch: ReturnType<typeof observeWatch> | undefined;
  let changes = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'faults-'));
    cluster = await startLocalCluster({
      directory: join(directory, 'cluster'),
    });
    proxy = await startFaultProxy(cluster);
    const connection = connectionBy(cluster.kubeconfigPath).connection;
    direct = connection.kubernetes;
    witness = observeWatch(async () => connection, TROUBLED_TIMINGS);
    await witness.until(isConnected, 30_000);
  });

  afterEach(async () => {
    await watch?.stop();
    proxy.heal();
  });

  afterAll(async () => {
    await witness?.stop();
    await proxy?.stop();
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  /** Creates one Deployment, deletes another and changes a ConfigMap, past the proxy. */
  async function changeCluster(): Promise<(seen: ClusterSnapshot) => boolean> {
    changes += 1;
    const mode = `mode ${changes}`;
    const created = DEPLOYMENTS[changes % 2];
    const deleted = DEPLOYMENTS[(changes + 1) % 2];
    await direct.apply(deploymentReference(created), deployment(created));
    await direct.apply(CONFIG_MAP, configMap(mode));
    await direct.delete(deploymentReference(deleted));
    return ({ deployments, configMaps }) =>
      created in deployments &&
      !(deleted in deployments) &&
      configMaps['cni-config']?.data['cni-config'] === mode;
  }

  async function getOver(trouble: Trouble, withinMs: number): Promise<void> {
    if (trouble.next) {
      proxy.inject(trouble.next);
    }
    proxy.breakWatches(trouble.open);
    const isChanged = await changeCluster();
    if (trouble.healAfterMs !== undefined) {
      await sleep(trouble.healAfterMs);
      proxy.heal();
    }
    await watch!.until(
      snapshot =>
        isConnected(snapshot) &&
        isChanged(snapshot) &&
        isDeepStrictEqual(facts(snapshot), facts(witness.snapshots.at(-1)!)),
      withinMs,
    );
    proxy.heal();
  }

  it.each(TROUBLES)(
    'loses nothing and leaks nothing when $what: $because',
    async trouble => {
      const timings = { ...TROUBLED_TIMINGS, ...trouble.timings };
      const withinMs = trouble.waitMs(timings) + REQUESTS_MS;
      const { connection, agent } = connectionBy(proxy.kubeconfigPath);
      const signals = SignalWitness.create();
      const connected = signals.watch(connection);
      watch = observeWatch(async () => connected, timings);
      await watch.until(isConnected);
      const isChanged = await changeCluster();
      await watch.until(isChanged);

      const counts = async (): Promise<ResourceCounts> => {
        // What waits for the next request is no leak.
        closeIdleConnections(await agent());
        return {
          ...countActiveResources(),
          ...countRequests(await agent()),
          listeners: signals.listeners,
          connections: proxy.openConnections,
        };
      };
      // The first round fills the pools of connections.
      await getOver(trouble, withinMs);
      const before = await highest(counts, openWatches(witness));
      for (let round = 0; round < ROUNDS; round += 1) {
        await getOver(trouble, withinMs);
      }
      const leaked = await settled(async () => growth(before, await counts()));
      expect(leaked).toEqual({});
    },
  );
});

function connectionBy(path: string) {
  const file = KubeconfigFile.create({ clusterId: CLUSTER.clusterId, path });
  return {
    connection: connectionTo(CLUSTER, file),
    agent: async () => (await file.access()).agent,
  };
}

/** How many watches a cluster is followed by. */
function openWatches({ snapshots }: ReturnType<typeof observeWatch>): number {
  const { collections } = snapshots.at(-1)!;
  return SNAPSHOT_SOURCES.filter(
    ({ reading, collection }) =>
      !reading && collections[collection].state === 'synced',
  ).length;
}

/** The most that is counted during a moment that begins when all watches are open. */
async function highest(
  count: () => Promise<ResourceCounts>,
  watches: number,
): Promise<ResourceCounts> {
  const all: ResourceCounts = {};
  for (let samples = 0; samples < 4; ) {
    const counts = await count();
    if (samples > 0 || counts.sockets >= watches) {
      samples += 1;
      Object.entries(counts).forEach(([kind, value]) => {
        all[kind] = Math.max(all[kind] ?? 0, value);
      });
    }
    await sleep(50);
  }
  return all;
}

/** What there is more than before, as soon as that is nothing. */
async function settled(
  more: () => Promise<ResourceCounts>,
): Promise<ResourceCounts> {
  let latest = await more();
  for (let wait = 0; wait < 100 && Object.keys(latest).length > 0; wait += 1) {
    await sleep(50);
    latest = await more();
  }
  return latest;
}

function isConnected({ connection }: ClusterSnapshot) {
  return connection.state === 'connected';
}

/** What is known of the cluster, without when it was learnt. */
function facts({ observedAt, connection, ...rest }: ClusterSnapshot) {
  return rest;
}

function configMap(mode: string) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: CONFIG_MAP.name, namespace: CONFIG_MAP.namespace },
    ...{ data: { 'cni-config': mode } },
  };
}

function deploymentReference(name: string) {
  return {
    apiVersion: 'apps/v1',
    plural: 'deployments',
    namespace: 'kube-system',
    name,
  };
}

/** Without Pods, so that a change of it stays one. */
function deployment(name: string) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'kube-system' },
    spec: {
      replicas: 0,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'none', image: 'none' }] },
      },
    },
  };
}
