import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import {
  ConfigClusterConnections,
  KubernetesClient,
  KubernetesObject,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { LocalCluster, startLocalCluster } from '@tke-cilium/local-cluster';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import kubernetesModuleTkeCilium from './index';

jest.setTimeout(120_000);

const CLUSTER = 'cls-abcdefgh';
const PLURALS: Record<string, string> = {
  ServiceAccount: 'serviceaccounts',
  ClusterRoleBinding: 'clusterrolebindings',
  Role: 'roles',
  RoleBinding: 'rolebindings',
};

async function applyManifest(kubernetes: KubernetesClient) {
  const text = await readFile(
    resolvePackagePath(
      '@tke-cilium/backstage-plugin-kubernetes-backend-module-tke-cilium',
      'manifests/viewer.yaml',
    ),
    'utf8',
  );
  for (const document of parseAllDocuments(text)) {
    const object: Required<KubernetesObject> = document.toJS();
    const { apiVersion, kind, metadata } = object;
    await kubernetes.apply(
      {
        apiVersion,
        plural: PLURALS[kind],
        namespace: metadata.namespace,
        name: metadata.name,
      },
      object,
    );
  }
}

describe('kubernetesModuleTkeCilium with the real Kubernetes plugin', () => {
  let directory: string;
  let cluster: LocalCluster;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'kubernetes-plugin-'));
    cluster = await startLocalCluster({
      directory: join(directory, 'cluster'),
    });
    const data = {
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'another',
                url: 'https://127.0.0.1:1',
                authProvider: 'serviceAccount',
                serviceAccountToken: 'of-another',
              },
            ],
          },
        ],
      },
      tkeCilium: {
        kubernetesPlugin: {
          serviceAccount: {
            namespace: 'kube-system',
            name: 'backstage-viewer',
          },
        },
        clusters: [
          {
            id: CLUSTER,
            title: 'Production',
            kubeconfig: { path: cluster.kubeconfigPath },
          },
          {
            id: 'cls-missing0',
            kubeconfig: { path: join(directory, 'missing') },
          },
        ],
      },
    };
    const { kubernetes } = await ConfigClusterConnections.fromConfig(
      new ConfigReader(data),
    ).connect(CLUSTER);
    await applyManifest(kubernetes);
    backend = await startTestBackend({
      features: [
        kubernetesPlugin,
        kubernetesModuleTkeCilium,
        mockServices.rootConfig.factory({ data }),
        catalogServiceMock.factory({ entities: [] }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('offers the clusters that can be reached, besides the others, without a token', async () => {
    const { status, body } = await request(backend.server).get(
      '/api/kubernetes/clusters',
    );
    expect(status).toBe(200);
    expect(body.items.map(({ name }: { name: string }) => name).sort()).toEqual(
      ['another', CLUSTER],
    );
    expect(body.items).toContainEqual(
      expect.objectContaining({
        name: CLUSTER,
        title: 'Production',
        authProvider: 'serviceAccount',
      }),
    );
    expect(JSON.stringify(body)).not.toMatch(/serviceAccountToken|eyJ/);
  });

  async function through(path: string) {
    return request(backend.server)
      .get(`/api/kubernetes/proxy${path}`)
      .set('Backstage-Kubernetes-Cluster', CLUSTER);
  }

  it('lets the Kubernetes plugin read what the service account may', async () => {
    const { status, body } = await through(
      '/apis/apps/v1/namespaces/kube-system/daemonsets',
    );
    expect(status).toBe(200);
    expect(body.kind).toBe('DaemonSetList');
  });

  it.each([
    ['secrets', '/api/v1/namespaces/kube-system/secrets'],
    ['nodes', '/api/v1/nodes'],
  ])('and not %s, though the connection itself may', async (_, path) => {
    const { status, body } = await through(path);
    expect(status).toBe(403);
    expect(body.message).toContain(
      'system:serviceaccount:kube-system:backstage-viewer',
    );
  });
});
