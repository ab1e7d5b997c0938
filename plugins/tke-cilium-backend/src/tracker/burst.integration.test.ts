import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  evaluateReadiness,
  readinessEquals,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  ConfigClusterConnections,
  DEFAULT_WATCH_TIMINGS,
  KubernetesClient,
  observeCluster,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import {
  FaultProxy,
  LocalCluster,
  startFaultProxy,
  startLocalCluster,
} from '@tke-cilium/local-cluster';
import pLimit from 'p-limit';
import { takeLease } from '../__testUtils__/leases';
import { recordMetrics } from '../__testUtils__/recordMetrics';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { until } from '../__testUtils__/until';
import { DatabaseReadinessStore } from '../store/DatabaseReadinessStore';
import { DatabaseReadinessWriter } from '../store/DatabaseReadinessWriter';
import { ReadinessStore } from '../store/ReadinessStore';
import { ClusterTracker } from './ClusterTracker';

jest.setTimeout(120_000);

const CLUSTER = 'cls-abcdefgh';
const WORKLOADS = ['cilium', 'cilium-envoy'];
const NODES = 20;
/** A thousand changes. */
const ROUNDS = 50;
const AT_ONCE = 16;
const PODS = '/api/v1/namespaces/kube-system/pods';

const DAEMON_SETS = {
  apiVersion: 'apps/v1',
  plural: 'daemonsets',
  namespace: 'kube-system',
};

const databases = createTestDatabases();

describe('ClusterTracker in a burst', () => {
  let directory: string;
  let cluster: LocalCluster;
  let proxy: FaultProxy;
  /** Past the proxy. */
  let kubernetes: KubernetesClient;
  let store: ReadinessStore;
  let tracker: ClusterTracker | undefined;
  const metered = recordMetrics();

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'burst-'));
    cluster = await startLocalCluster({
      directory: join(directory, 'cluster'),
    });
    proxy = await startFaultProxy(cluster);
    const direct = connectionsBy(cluster.kubeconfigPath);
    ({ kubernetes } = await direct.connect(CLUSTER));
    await cluster.addNodes(NODES);
    for (const name of WORKLOADS) {
      await kubernetes.create(DAEMON_SETS, daemonSet(name));
    }
    await until('all pods run', allPodsReady, 60_000);
    const { db } = await databases.create('SQLite');
    const lease = await takeLease(db, CLUSTER);
    store = DatabaseReadinessStore.create(db);
    tracker = ClusterTracker.start({
      lease,
      connections: connectionsBy(proxy.kubeconfigPath),
      store,
      writer: DatabaseReadinessWriter.create(db, lease),
      onLost: () => {},
      publish: async () => {},
      metrics: metered.metrics,
      starts: pLimit(1),
      logger: mockServices.logger.mock({
        child: () => mockServices.logger.mock(),
      }),
    });
  });

  afterAll(async () => {
    await tracker?.stop();
    await proxy?.stop();
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('turns 1000 changes of pods into a few evaluations, writes and pushes, and the last wins', async () => {
    await until('all is stored', isStored, 30_000);
    const pods = await envoyPods();
    const { revision } = (await store.get(CLUSTER))!;
    metered.recorded.length = 0;

    // However long the API server takes for so many changes, they arrive at once.
    proxy.breakWatches({ kind: 'slow', milliseconds: 600_000 });
    for (let round = 1; round < ROUNDS; round += 1) {
      await setReady(pods, () => round % 2 === 0);
    }
    await setReady(pods, index => index % 4 === 0);
    expect((await store.get(CLUSTER))?.revision).toBe(revision);

    const releasedMs = performance.now();
    proxy.heal();
    await until('the last state is stored', isStored, 30_000);
    const intervals = Math.ceil(
      (performance.now() - releasedMs) /
        DEFAULT_WATCH_TIMINGS.snapshotIntervalMs,
    );

    const evaluations = times('tke_cilium.evaluation.duration');
    const pushes = times('tke_cilium.pushes');
    const writes = (await store.get(CLUSTER))!.revision - revision;
    // One at once, one at the end of each interval, and one because time passed.
    expect(evaluations).toBeLessThanOrEqual(intervals + 2);
    expect(writes).toBeLessThanOrEqual(evaluations);
    expect(pushes).toBeLessThanOrEqual(evaluations);
    expect(pushes).toBeGreaterThan(0);
  });

  function times(name: string) {
    return metered.recorded.filter(record => (record as [string])[0] === name)
      .length;
  }

  /** Whether what is stored is what anybody would find who looks at the cluster now. */
  async function isStored() {
    const stored = (await store.get(CLUSTER))?.readiness;
    const now = new Date().toISOString();
    const seen = await observeCluster(kubernetes, CLUSTER, {
      signal: new AbortController().signal,
    });
    return (
      stored !== undefined &&
      readinessEquals(stored, evaluateReadiness(seen, { now }))
    );
  }

  async function allPodsReady() {
    const { daemonSets } = await observeCluster(kubernetes, CLUSTER, {
      signal: new AbortController().signal,
      collections: ['daemonSets'],
    });
    return WORKLOADS.every(name => daemonSets[name]?.ready === NODES);
  }

  async function envoyPods() {
    const { items } = await kubernetes.list(
      { apiVersion: 'v1', plural: 'pods', namespace: 'kube-system' },
      { labelSelector: 'k8s-app=cilium-envoy' },
    );
    return items.map(({ metadata }) => metadata!.name!);
  }

  async function setReady(pods: string[], isReady: (index: number) => boolean) {
    const atOnce = pLimit(AT_ONCE);
    await Promise.all(
      pods.map((pod, index) => atOnce(() => setPodReady(pod, isReady(index)))),
    );
  }

  /** Says, as its kubelet would, whether a pod is ready. */
  async function setPodReady(name: string, ready: boolean) {
    const answer = await kubernetes.request({
      method: 'PATCH',
      path: `${PODS}/${name}/status`,
      contentType: 'application/strategic-merge-patch+json',
      body: {
        status: {
          conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
        },
      },
    });
    await answer.toArray();
  }
});

function connectionsBy(path: string) {
  return ConfigClusterConnections.fromConfig(
    new ConfigReader({
      tkeCilium: { clusters: [{ id: CLUSTER, kubeconfig: { path } }] },
    }),
  );
}

function daemonSet(name: string) {
  const labels = { 'k8s-app': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: 'kube-system' },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          hostNetwork: true,
          tolerations: [{ operator: 'Exists' }],
          containers: [{ name, image: 'none' }],
        },
      },
    },
  };
}
