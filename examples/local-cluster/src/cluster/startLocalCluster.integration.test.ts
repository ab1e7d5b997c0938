import { readFile, stat } from 'node:fs/promises';
import { eventually } from '../__testUtils__/eventually';
import { ApiServerClient } from '../api/ApiServerClient';
import type { KubernetesObject } from '../api/kubernetesObject';
import { findProcesses } from '../processes/processes';
import { findComponents } from './clusterRecord';
import { startLocalCluster } from './startLocalCluster';
import type { LocalCluster } from './types';

jest.setTimeout(120_000);

describe('startLocalCluster', () => {
  let cluster: LocalCluster;
  let client: ApiServerClient;

  beforeAll(async () => {
    cluster = await startLocalCluster({ seed: { superNode: true } });
    client = await ApiServerClient.fromKubeconfig(cluster.kubeconfigPath);
  });

  afterAll(async () => {
    client?.close();
    await cluster?.stop();
  });

  it('looks like TKE to a client', async () => {
    expect(await client.request('GET', '/version')).toMatchObject({
      major: '1',
      minor: '34',
      gitVersion: 'v1.34.4-tke.1',
    });
  });

  it('has the link-local endpoints of the API server, and keeps them', async () => {
    const slice = await client.get(
      '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes',
    );
    expect(slice).toMatchObject({
      endpoints: [
        { addresses: [expect.stringMatching(/^169\.254\.128\.\d+$/)] },
      ],
      ports: [{ name: 'https', port: 60002 }],
    });
    expect(
      await client.get('/api/v1/namespaces/default/endpoints/kubernetes'),
    ).toMatchObject({ subsets: [{ ports: [{ port: 60002 }] }] });
  });

  it("has TKE's components and CRDs, and no node but the super node", async () => {
    const names = async (apiVersion: string, kind: string) =>
      (await client.list(apiVersion, kind)).map(
        ({ metadata }) => metadata.name,
      );
    expect((await names('apps/v1', 'DaemonSet')).sort()).toEqual([
      'ip-masq-agent',
      'kube-proxy',
      'tke-cni-agent',
      'tke-eni-agent',
    ]);
    expect(
      await names('apiextensions.k8s.io/v1', 'CustomResourceDefinition'),
    ).toEqual(
      expect.arrayContaining([
        'machines.node.tke.cloud.tencent.com',
        'machinesets.node.tke.cloud.tencent.com',
        'nodeclaims.karpenter.sh',
        'nodepools.karpenter.sh',
        'tkemachinenodeclasses.karpenter.k8s.tke',
      ]),
    );
    expect(await names('v1', 'Node')).toEqual([
      expect.stringMatching(/^eklet-/),
    ]);
  });

  it('runs the pods of DaemonSets on nodes that are added', async () => {
    // Two at once, as from two processes.
    const names = await Promise.all([cluster.addNodes(1), cluster.addNodes(1)]);
    expect(new Set(names.flat()).size).toBe(2);
    await eventually(async () => {
      const [proxy] = (
        await client.list<KubernetesObject & { status: object }>(
          'apps/v1',
          'DaemonSet',
          'kube-system',
        )
      ).filter(({ metadata }) => metadata.name === 'kube-proxy');
      expect(proxy.status).toMatchObject({
        desiredNumberScheduled: 2,
        numberReady: 2,
      });
    });
  });

  it('lets a restricted kubeconfig do what it may and nothing else', async () => {
    const path = await cluster.restrictedKubeconfig('reader', [
      { apiGroups: [''], resources: ['nodes'], verbs: ['list'] },
    ]);
    const reader = await ApiServerClient.fromKubeconfig(path);
    expect((await reader.list('v1', 'Node')).length).toBeGreaterThan(0);
    await expect(reader.list('v1', 'Pod')).rejects.toThrow('403 Forbidden');
    expect((await stat(path)).mode % 0o1000).toBe(0o600);
    reader.close();
  });

  it('says in the audit log who asked', async () => {
    const log = await readFile(cluster.auditLogPath, 'utf8');
    const users = log
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).user.username);
    expect(users).toContain('system:serviceaccount:local-cluster:reader');
    expect(users).not.toContain('system:kube-scheduler');
  });

  it('keeps its objects and its address when the API server is restarted', async () => {
    const nodes = async () => (await client.list('v1', 'Node')).length;
    const before = await nodes();
    await cluster.stopApiServer();
    await expect(nodes()).rejects.toThrow('ECONNREFUSED');
    await cluster.restartApiServer();
    expect(await nodes()).toBe(before);
    await cluster.addNodes(1);
    await eventually(async () => {
      const pods = await client.list('v1', 'Pod', 'kube-system');
      const ready = pods.filter(
        ({ status }) => (status as { phase: string }).phase === 'Running',
      );
      // Four DaemonSets on three nodes, and CoreDNS.
      expect(ready.length).toBeGreaterThanOrEqual(12);
    });
  });

  it('refuses to start twice in one directory', async () => {
    await expect(startLocalCluster({ id: cluster.id })).rejects.toThrow(
      `${cluster.id} is running already`,
    );
  });

  it('leaves no process and no file when it is stopped', async () => {
    expect(findComponents(cluster.directory)).toHaveLength(5);
    await cluster.stop();
    expect(findProcesses(cluster.directory)).toEqual([]);
    await expect(stat(cluster.directory)).rejects.toThrow('ENOENT');
  });
});
