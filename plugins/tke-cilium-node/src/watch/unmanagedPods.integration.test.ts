import { setTimeout as sleep } from 'node:timers/promises';
import {
  ClusterSnapshot,
  evaluateReadiness,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { LocalCluster, startLocalCluster } from '@tke-cilium/local-cluster';
import { ConfigReader } from '@backstage/config';
import { ConfigClusterConnections } from '../connections/ConfigClusterConnections';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { observeCluster } from '../observe/observeCluster';
import { observeWatch } from './testing/observeWatch';
import { DEFAULT_WATCH_TIMINGS } from './timings';

jest.setTimeout(120_000);

const CLUSTER = 'cls-abcdefgh';
const ENDPOINTS = { apiVersion: 'cilium.io/v2', plural: 'ciliumendpoints' };

const CRD = {
  apiVersion: 'apiextensions.k8s.io/v1',
  plural: 'customresourcedefinitions',
  name: 'ciliumendpoints.cilium.io',
};

const ENDPOINT_CRD = {
  kind: 'CustomResourceDefinition',
  metadata: { name: CRD.name },
  spec: {
    group: 'cilium.io',
    scope: 'Namespaced',
    names: {
      kind: 'CiliumEndpoint',
      listKind: 'CiliumEndpointList',
      plural: 'ciliumendpoints',
      singular: 'ciliumendpoint',
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

const DAEMON_SET = {
  apiVersion: 'apps/v1',
  plural: 'daemonsets',
  namespace: 'kube-system',
  name: 'cilium',
};

const CILIUM = {
  kind: 'DaemonSet',
  metadata: { name: 'cilium', namespace: 'kube-system' },
  spec: {
    selector: { matchLabels: { 'k8s-app': 'cilium' } },
    template: {
      metadata: { labels: { 'k8s-app': 'cilium' } },
      spec: {
        hostNetwork: true,
        containers: [{ name: 'cilium-agent', image: 'cilium' }],
      },
    },
  },
};

describe('Pods that Cilium does not manage', () => {
  let cluster: LocalCluster;
  let client: KubernetesClient;
  let watch: ReturnType<typeof observeWatch>;
  let node: string;
  let superNode: string;

  beforeAll(async () => {
    cluster = await startLocalCluster();
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
    [node] = await cluster.addNodes(1);
    [superNode] = await cluster.addNodes(1, { kind: 'super' });
    await installJustEnough();
    await removeCoreDns();
    for (const [name, on] of [
      ['managed', node],
      ['older-than-the-agent', node],
      ['serverless', superNode],
    ]) {
      await client.apply(podReference(name), pod(name, on));
    }
    await client.apply(
      { ...ENDPOINTS, namespace: 'default', name: 'managed' },
      endpoint('managed'),
    );
    watch = observeWatch(() => connections.connect(CLUSTER), {
      ...DEFAULT_WATCH_TIMINGS,
      countIntervalMs: 200,
      podGraceMs: 0,
      unmanagedRecountMs: 500,
    });
  });

  afterAll(async () => {
    await watch?.stop();
    await cluster?.stop();
  });

  /** No simulator: it would give every Pod an endpoint. */
  async function installJustEnough() {
    await client.apply(CRD, { apiVersion: CRD.apiVersion, ...ENDPOINT_CRD });
    while (!(await client.list(ENDPOINTS).catch(() => undefined))) {
      await sleep(100);
    }
    await client.apply(DAEMON_SET, {
      ...CILIUM,
      apiVersion: DAEMON_SET.apiVersion,
    });
  }

  /** Its Pods would be unmanaged too. */
  async function removeCoreDns() {
    const coreDns = { namespace: 'kube-system', name: 'coredns' };
    await client.delete({
      apiVersion: 'apps/v1',
      plural: 'deployments',
      ...coreDns,
    });
    const pods = { apiVersion: 'v1', plural: 'pods' };
    const labelSelector = 'k8s-app=kube-dns';
    while ((await client.list(pods, { labelSelector })).items.length > 0) {
      await sleep(100);
    }
  }

  function managedCondition(snapshot: ClusterSnapshot) {
    const readiness = evaluateReadiness(snapshot, {
      now: snapshot.observedAt,
    });
    return {
      status: readiness.conditions.find(
        ({ type }) => type === 'EndpointsManaged',
      )?.status,
      problem: readiness.problems.find(({ code }) => code === 'unmanaged-pods')
        ?.message,
    };
  }

  it('are named, without those on super nodes', async () => {
    const snapshot = await watch.until(
      ({ unmanagedPods }) => unmanagedPods !== undefined,
      30_000,
    );
    expect(snapshot.unmanagedPods).toEqual({
      total: 1,
      names: ['default/older-than-the-agent'],
    });
    const { status, problem } = managedCondition(snapshot);
    expect(status).toBe('False');
    expect(problem).toContain(
      'no CiliumEndpoint: default/older-than-the-agent.',
    );
  });

  it('are named from the first snapshot on', () => {
    const connected = watch.snapshots.find(
      ({ connection }) => connection.state === 'connected',
    );
    expect(connected?.unmanagedPods?.total).toBe(1);
  });

  it('are named by a single look too', async () => {
    const { unmanagedPods, endpoints } = await observeCluster(client, CLUSTER, {
      signal: new AbortController().signal,
    });
    // The single look gives new Pods the time that they need in production.
    expect(unmanagedPods).toEqual({ total: 0, names: [] });
    expect(endpoints?.eligiblePods).toBe((endpoints?.ciliumEndpoints ?? 0) + 2);
  });

  it('are none once each has its endpoint', async () => {
    await client.apply(
      { ...ENDPOINTS, namespace: 'default', name: 'older-than-the-agent' },
      endpoint('older-than-the-agent'),
    );
    // Nothing that is watched changes.
    const snapshot = await watch.until(
      ({ unmanagedPods }) => unmanagedPods?.total === 0,
      20_000,
    );
    expect(managedCondition(snapshot).status).toBe('True');
  });
});

function podReference(name: string) {
  return { apiVersion: 'v1', plural: 'pods', namespace: 'default', name };
}

function pod(name: string, nodeName: string) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: {
      nodeName,
      tolerations: [{ operator: 'Exists' }],
      containers: [{ name: 'main', image: 'web' }],
    },
  };
}

function endpoint(name: string) {
  return {
    ...{ apiVersion: 'cilium.io/v2', kind: 'CiliumEndpoint' },
    metadata: { name, namespace: 'default' },
  };
}
