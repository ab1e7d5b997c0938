import { readFile } from 'node:fs/promises';
import { ApiServerClient, startLocalCluster } from '@tke-cilium/local-cluster';
import { ControlPlane, PoolNodes, StartControlPlane } from './ControlPlane';

const MACHINE_API = 'node.tke.cloud.tencent.com/v1beta1';
const MACHINE_SET_LABEL = 'node.tke.cloud.tencent.com/machineset';
const ENI_AGENT =
  '/apis/apps/v1/namespaces/kube-system/daemonsets/tke-eni-agent';

type ObservedNode = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
  status?: { conditions?: { type: string; status: string }[] };
};

/** A local cluster for every cluster: a real API server, whose nodes come from its simulator. */
export function startLocalControlPlane(
  options: { log?: (line: string) => void } = {},
): StartControlPlane {
  return async ({ clusterId, eniipamdVersion, ipMasqAgent, karpenter }) => {
    const cluster = await startLocalCluster({
      id: clusterId,
      simulator: true,
      seed: {
        eniAgentVersion: `v${eniipamdVersion}`,
        ipMasqAgent,
        karpenter,
      },
      log: options.log,
    });
    const client = await ApiServerClient.fromKubeconfig(cluster.kubeconfigPath);
    return {
      kubeconfig: await readFile(cluster.kubeconfigPath, 'utf8'),
      address: new URL(cluster.server).host,
      addSuperNode: async () => {
        const [name] = await cluster.addNodes(1, { kind: 'super' });
        return name;
      },
      removeNode: name =>
        client.delete({ apiVersion: 'v1', kind: 'Node', metadata: { name } }),
      addPool: async pool => {
        if (pool.soldOut) {
          await cluster.fail({
            kind: 'pool-out-of-resources',
            pool: pool.poolId,
          });
        }
        await client.ensure(machineSetOf(pool));
      },
      readyNodes: async poolId => {
        const nodes = await client.list<ObservedNode>('v1', 'Node');
        return nodes.filter(
          ({ metadata, status }) =>
            metadata.labels?.[MACHINE_SET_LABEL] === poolId &&
            status?.conditions?.some(
              condition =>
                condition.type === 'Ready' && condition.status === 'True',
            ),
        ).length;
      },
      // The other addons have nothing that runs here.
      addonChanged: async (name, version) => {
        if (name === 'eniipamd') {
          await changeEniAgent(client, version);
        } else if (name === 'karpenter') {
          await cluster.addKarpenter();
        }
      },
      stop: async () => {
        client.close();
        await cluster.stop();
      },
    } satisfies ControlPlane;
  };
}

/** Native and regular pools are MachineSets of different types. */
function machineSetOf(pool: PoolNodes) {
  return {
    apiVersion: MACHINE_API,
    kind: 'MachineSet',
    metadata: { name: pool.poolId, annotations: pool.annotations },
    spec: {
      type: pool.kind === 'native' ? 'Native' : 'Regular',
      displayName: pool.poolId,
      replicas: pool.replicas,
      instanceTypes: pool.instanceTypes,
      template: { spec: { labels: pool.labels, taints: pool.taints } },
    },
  };
}

/** The addon eniipamd owns the image of tke-eni-agent. */
async function changeEniAgent(
  client: ApiServerClient,
  version: string,
): Promise<void> {
  const daemonSet = (await client.request('GET', ENI_AGENT)) as {
    spec: { template: { spec: { containers: { image: string }[] } } };
  };
  const { containers } = daemonSet.spec.template.spec;
  await client.patch(ENI_AGENT, {
    spec: {
      template: {
        spec: {
          containers: containers.map((container, index) =>
            index === 0
              ? {
                  ...container,
                  image: container.image.replace(/:[^:]*$/, `:v${version}`),
                }
              : container,
          ),
        },
      },
    },
  });
}
