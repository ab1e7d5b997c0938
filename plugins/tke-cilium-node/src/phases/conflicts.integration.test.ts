import {
  CNI_CONFIG,
  type HelmValues,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { eventually } from '../__testUtils__/eventually';
import { PhaseTestCluster } from '../__testUtils__/PhaseTestCluster';
import { KubernetesObject } from '../kubernetes/types';
import { configMap } from '../kubernetes/workloads';
import { applyCniConfig } from './applyCniConfig';
import { createKarpenterNodePool } from './createKarpenterNodePool';
import { installCilium } from './installCilium';
import { waitReady } from './waitReady';

jest.setTimeout(240_000);

const profile = 'guide-2026-08' as const;

describe('what somebody else made', () => {
  let test: PhaseTestCluster;

  beforeAll(async () => {
    test = await PhaseTestCluster.start({ simulator: true });
  });
  afterAll(async () => {
    await test?.stop();
  });

  /** As `kubectl edit` does: another field manager. */
  async function replace(
    name: string,
    data: Record<string, string>,
  ): Promise<void> {
    const { kubernetes } = await test.connection();
    const object = await kubernetes.get(configMap(name));
    const response = await kubernetes.request({
      method: object ? 'PUT' : 'POST',
      path: `/api/v1/namespaces/kube-system/configmaps${
        object ? `/${name}` : ''
      }`,
      query: { fieldManager: 'kubectl-edit' },
      body: {
        ...(object ?? {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name, namespace: 'kube-system' },
        }),
        data: {
          ...(object as KubernetesObject & { data?: object })?.data,
          ...data,
        },
      },
    });
    response.resume();
    expect(response.statusCode).toBeLessThan(300);
  }

  const pool = {
    profile,
    name: 'default',
    subnetIds: ['subnet-12sxk3z4'],
    securityGroupIds: ['sg-nok01xpa'],
    sshKeyIds: ['skey-3t01mlvf'],
    instanceFamilies: ['S5'],
  };

  it('is not overwritten in the CNI ConfigMap unless that is asked for', async () => {
    await replace(CNI_CONFIG, { [CNI_CONFIG]: '{"name": "other"}' });
    const before = await test.settled();
    await expect(applyCniConfig(await test.context(), {})).rejects.toThrow(
      /cni-config was written by somebody else and differs: .*with force to take it over/,
    );
    expect(await test.resourceVersions()).toEqual(before);
    expect(
      await applyCniConfig(await test.context(), { force: true }),
    ).toMatchObject({ changed: true });
    expect(await applyCniConfig(await test.context(), {})).toMatchObject({
      changed: false,
    });
  });

  it('is explained when it is in the way of Helm', async () => {
    const install = async (userValues: HelmValues[]) =>
      installCilium(await test.context(), {
        profile,
        helm: test.helm,
        chart: { path: test.chart },
        userValues,
      });
    await install([]);
    await replace('cilium-config', { debug: 'edited' });
    await expect(install([{ debug: { enabled: true } }])).rejects.toMatchObject(
      {
        message: expect.stringMatching(
          /conflict with "kubectl-edit".*make it a value of the chart/s,
        ),
      },
    );
    await replace('cilium-config', { debug: 'false' });
    expect(await install([])).toMatchObject({
      summary: expect.stringMatching(/^Upgraded Cilium/),
    });
  });

  it('is left alone in a node pool of the same name', async () => {
    await createKarpenterNodePool(await test.context(), pool);
    const { kubernetes } = await test.connection();
    const nodePool = {
      apiVersion: 'karpenter.sh/v1',
      plural: 'nodepools',
      name: pool.name,
    };
    const response = await kubernetes.request({
      method: 'PATCH',
      path: `/apis/karpenter.sh/v1/nodepools/${pool.name}`,
      query: { fieldManager: 'kubectl-edit' },
      contentType: 'application/merge-patch+json',
      body: { spec: { limits: { cpu: 7 } } },
    });
    response.resume();
    expect(response.statusCode).toBe(200);
    const before = await kubernetes.get(nodePool);
    await expect(
      createKarpenterNodePool(await test.context(), pool),
    ).rejects.toThrow(/NodePool default exists and was made by somebody else/);
    expect((await kubernetes.get(nodePool))?.metadata.generation).toBe(
      before?.metadata.generation,
    );
  });

  it('is missed by name when Karpenter is not installed', async () => {
    const { kubernetes } = await test.connection();
    await kubernetes.delete({
      apiVersion: 'apiextensions.k8s.io/v1',
      plural: 'customresourcedefinitions',
      name: 'tkemachinenodeclasses.karpenter.k8s.tke',
    });
    // The API server serves the kind for a moment after its definition has gone.
    await eventually(async () => {
      await expect(
        kubernetes.list({
          apiVersion: 'karpenter.k8s.tke/v1beta1',
          plural: 'tkemachinenodeclasses',
        }),
      ).rejects.toMatchObject({ status: 404 });
    });
    await expect(
      createKarpenterNodePool(await test.context(), pool),
    ).rejects.toThrow(/does not know tkemachinenodeclasses.*Karpenter is not/);
  });

  it('does not keep a cancelled wait from ending at once', async () => {
    const cancel = new AbortController();
    let cancelledAt = 0;
    const running = waitReady(
      await test.context({
        signal: cancel.signal,
        onLine: line => {
          if (/^Waiting for Cilium to be ready: (?!the cluster)/.test(line)) {
            cancelledAt = Date.now();
            cancel.abort(new Error('cancelled'));
          }
        },
      }),
      // More than there will ever be: it must not be done before it is cancelled.
      { minimumReadyNodes: 1000 },
    );
    await expect(running).rejects.toThrow('cancelled');
    expect(Date.now() - cancelledAt).toBeLessThan(5000);
  });
});
