import { eventually } from '../__testUtils__/eventually';
import { installCilium } from '../__testUtils__/installCilium';
import { ApiServerClient } from '../api/ApiServerClient';
import type { KubernetesObject } from '../api/kubernetesObject';
import { startLocalCluster } from '../cluster/startLocalCluster';
import type { LocalCluster } from '../cluster/types';
import type { Fault } from '../faults/types';
import type { Node } from '../seed/node';
import type { CustomResource, Pod } from './World';

jest.setTimeout(180_000);

const TAINT = 'node.cilium.io/agent-not-ready';

describe('a simulated TKE cluster', () => {
  let cluster: LocalCluster;
  let client: ApiServerClient;
  let nodes: string[];

  beforeAll(async () => {
    cluster = await startLocalCluster({ simulator: true });
    client = await ApiServerClient.fromKubeconfig(cluster.kubeconfigPath);
  });

  afterAll(async () => {
    client?.close();
    await cluster?.stop();
  });

  async function workload(kind: string, name: string): Promise<object> {
    const path = `/apis/apps/v1/namespaces/kube-system/${kind}/${name}`;
    const object = await client.get<KubernetesObject & { status: object }>(
      path,
    );
    return object?.status ?? {};
  }

  async function taints(name: string): Promise<string[]> {
    const node = await client.get<Node>(`/api/v1/nodes/${name}`);
    return (node?.spec.taints ?? []).map(({ key }) => key);
  }

  async function condition(
    name: string,
    type: string,
  ): Promise<string | undefined> {
    const node = await client.get<Node>(`/api/v1/nodes/${name}`);
    return node?.status.conditions?.find(entry => entry.type === type)?.status;
  }

  async function agentWaiting(): Promise<string[]> {
    const pods = await client.list<
      Pod & {
        status: {
          containerStatuses: { state: { waiting?: { reason: string } } }[];
        };
      }
    >('v1', 'Pod', 'kube-system', '?labelSelector=k8s-app%3Dcilium');
    return pods.flatMap(
      ({ status }) => status.containerStatuses?.[0].state.waiting?.reason ?? [],
    );
  }

  const healthy = () =>
    eventually(async () => {
      expect(await workload('daemonsets', 'cilium')).toMatchObject({
        desiredNumberScheduled: 2,
        numberReady: 2,
      });
      expect(await workload('deployments', 'cilium-operator')).toMatchObject({
        readyReplicas: 2,
      });
      for (const node of nodes) {
        expect(await taints(node)).toEqual([]);
        expect(await condition(node, 'Ready')).toBe('True');
      }
    });

  it('installs the real chart and waits for nodes', async () => {
    await installCilium(cluster);
    expect(await workload('daemonsets', 'cilium')).toMatchObject({
      desiredNumberScheduled: 0,
    });
    expect(await client.get('/apis/cilium.io/v2/ciliumnodes')).toBeUndefined();
  });

  it('becomes ready when nodes come: CRDs, CiliumNodes, endpoints, no taint', async () => {
    nodes = await cluster.addNodes(2);
    expect(await condition(nodes[0], 'Ready')).toBeDefined();
    await healthy();
    await eventually(async () => {
      const names = async (kind: string) =>
        (await client.list('cilium.io/v2', kind)).map(
          ({ metadata }) => metadata.name,
        );
      expect((await names('CiliumNode')).sort()).toEqual([...nodes].sort());
      expect(await names('CiliumEndpoint')).toEqual([
        expect.stringMatching(/^coredns-/),
        expect.stringMatching(/^coredns-/),
      ]);
      expect(await condition(nodes[0], 'NetworkUnavailable')).toBe('False');
    });
  });

  it.each<[string, () => Fault, () => Promise<void>]>([
    [
      'an agent in CrashLoopBackOff, whose node is tainted',
      () => ({
        kind: 'crash-loop-back-off',
        component: 'agent',
        node: nodes[0],
      }),
      async () => {
        expect(await agentWaiting()).toEqual(['CrashLoopBackOff']);
        expect(await taints(nodes[0])).toEqual([TAINT]);
      },
    ],
    [
      'agents in ImagePullBackOff',
      () => ({ kind: 'image-pull-back-off', component: 'agent' }),
      async () => {
        expect(await agentWaiting()).toEqual([
          'ImagePullBackOff',
          'ImagePullBackOff',
        ]);
      },
    ],
    [
      'a node that is NotReady',
      () => ({ kind: 'node-not-ready', node: nodes[0] }),
      async () => {
        expect(await condition(nodes[0], 'Ready')).toBe('Unknown');
        expect(await workload('daemonsets', 'cilium')).toMatchObject({
          numberReady: 1,
        });
        expect(await taints(nodes[0])).toContain(
          'node.kubernetes.io/unreachable',
        );
      },
    ],
    [
      'a taint that stays',
      () => ({ kind: 'stuck-taint', node: nodes[1] }),
      async () => {
        // Long enough for the operator to look several times.
        await new Promise(resolve => setTimeout(resolve, 2_500));
        expect(await taints(nodes[1])).toEqual([TAINT]);
      },
    ],
    [
      'a node without an agent',
      () => ({ kind: 'agent-missing', node: nodes[1] }),
      async () => {
        expect(await workload('daemonsets', 'cilium')).toMatchObject({
          desiredNumberScheduled: 2,
          currentNumberScheduled: 1,
          numberReady: 1,
        });
      },
    ],
    [
      'a crashing operator',
      () => ({ kind: 'crash-loop-back-off', component: 'operator' }),
      async () => {
        expect(
          await workload('deployments', 'cilium-operator'),
        ).not.toHaveProperty('readyReplicas');
      },
    ],
  ])('shows %s, and recovers', async (_, fault, expectation) => {
    const { id } = await cluster.fail(fault());
    await eventually(expectation);
    await cluster.heal(id);
    await healthy();
  });

  it('plays on after the API server was restarted', async () => {
    await cluster.restartApiServer();
    const [node] = await cluster.addNodes(1);
    await eventually(async () => {
      expect(await taints(node)).toEqual([]);
      expect(
        await client.get(`/apis/cilium.io/v2/ciliumnodes/${node}`),
      ).toBeDefined();
    });
    await client.delete({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: node },
    });
    await healthy();
  });

  it('turns a NodePool into nodes whose taint goes when the agent is ready', async () => {
    await client.create({
      apiVersion: 'karpenter.k8s.tke/v1beta1',
      kind: 'TKEMachineNodeClass',
      metadata: { name: 'default' },
      spec: {
        subnetSelectorTerms: [{ id: 'subnet-12sxk3z4' }],
        securityGroupSelectorTerms: [{ id: 'sg-nok01xpa' }],
        sshKeySelectorTerms: [{ id: 'skey-3t01mlvf' }],
      },
    });
    const annotations = {
      'beta.karpenter.k8s.tke.machine.spec/annotations':
        'node.tke.cloud.tencent.com/image-label=ts4-public',
    };
    await client.create({
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      metadata: { name: 'workers' },
      spec: {
        template: {
          metadata: { annotations },
          spec: {
            startupTaints: [{ key: TAINT, effect: 'NoSchedule' }],
            requirements: [
              {
                key: 'karpenter.k8s.tke/instance-family',
                operator: 'In',
                values: ['S5'],
              },
            ],
            nodeClassRef: {
              group: 'karpenter.k8s.tke',
              kind: 'TKEMachineNodeClass',
              name: 'default',
            },
          },
        },
      },
    });
    await eventually(async () => {
      const claims = await client.list<CustomResource>(
        'karpenter.sh/v1',
        'NodeClaim',
      );
      expect(
        claims.map(({ status }) => [
          typeof status?.nodeName,
          status?.conditions?.find(({ type }) => type === 'Ready')?.status,
        ]),
      ).toEqual([
        ['string', 'True'],
        ['string', 'True'],
      ]);
      const pool = await client.get<CustomResource>(
        '/apis/karpenter.sh/v1/nodepools/workers',
      );
      expect(pool?.status).toMatchObject({ nodes: 2 });
    });
    // The node lifecycle controller takes the taint not-ready off a little after Ready.
    await eventually(async () => {
      const made = (await client.list<Node>('v1', 'Node')).filter(
        ({ metadata }) => metadata.labels?.['karpenter.sh/nodepool'],
      );
      expect(made).toHaveLength(2);
      for (const node of made) {
        expect(node.spec.taints ?? []).toEqual([]);
        expect(node.status.nodeInfo).toMatchObject({
          osImage: 'TencentOS Server 4.4',
        });
      }
    });
    await client.delete({
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      metadata: { name: 'workers' },
    });
    await eventually(async () => {
      expect(await client.list('v1', 'Node')).toHaveLength(2);
    });
  });

  it('says that a MachineSet is out of resources, and tries again', async () => {
    const { id } = await cluster.fail({
      kind: 'pool-out-of-resources',
      pool: 'np-abcdefgh',
    });
    await client.create({
      apiVersion: 'node.tke.cloud.tencent.com/v1beta1',
      kind: 'MachineSet',
      metadata: { name: 'np-abcdefgh' },
      spec: { type: 'Native', replicas: 1 },
    });
    const machine = async () =>
      (
        await client.list<CustomResource>(
          'node.tke.cloud.tencent.com/v1beta1',
          'Machine',
        )
      )[0]?.status;
    await eventually(async () => {
      expect(await machine()).toMatchObject({
        phase: 'Failed',
        failureReason: 'InsufficientResources',
      });
    });
    await cluster.heal(id);
    await eventually(async () => {
      expect(await machine()).toMatchObject({ phase: 'Running' });
      // Without the annotation a native node comes with TencentOS 3.
      expect(await machine()).toMatchObject({
        nodeRef: { osImage: 'TencentOS Server 3.1 (Final)' },
      });
    });
  });
});
