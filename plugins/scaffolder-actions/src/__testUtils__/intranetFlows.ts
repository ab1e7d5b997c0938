import { behind, Death, inWaitFor } from './Death';
import { Flow } from './Flow';
import { keepPods } from './keepPods';
import { refuseWhileBusy } from './refuseWhileBusy';

const ENI_ADDON = refuseWhileBusy('UpdateAddon');
const SSH_KEYS = { sshKeyIds: ['skey-demo0001'] };

/** Where the API server is reached from the VPC, one after the other: what one makes, the next takes. */
export const INTRANET_FLOWS: Flow[] = [
  {
    title: 'installs on a cluster that has a node',
    template: 'tke-cilium-install',
    form: backstage => ({
      cluster: backstage.entityRef('old'),
      eniAgent: 'image',
      eniAgentVersion: 'v3.8.3',
      existingNodes: 'pre-stop',
    }),
    before: async backstage => {
      // Every 15 s it looks which clusters the catalog has.
      await backstage.backend.waitForOutput(/Clusters from the catalog: cls-/);
      await backstage.clusterWithNode?.fail({
        kind: 'image-pull-back-off',
        component: 'agent',
      });
    },
    deaths: [
      inWaitFor('the rollout of DaemonSet tke-eni-agent'),
      inWaitFor('another run to end: tke:cilium:upgrade-eni-agent'),
      inWaitFor("Cilium's agents to be ready on the existing nodes", {
        meanwhile: ({ clusterWithNode }) => clusterWithNode?.heal(),
      }),
      inWaitFor('the rollout of DaemonSet tke-cni-agent', {
        meanwhile: ({ clusterWithNode }) =>
          clusterWithNode && keepPods(clusterWithNode, 'kube-proxy', true),
      }),
      inWaitFor('the pods of .* to end', {
        meanwhile: ({ clusterWithNode }) =>
          clusterWithNode && keepPods(clusterWithNode, 'kube-proxy', false),
      }),
    ],
    once: [],
  },
  {
    title: 'makes a cluster with a regular pool',
    template: 'tke-cilium-cluster',
    form: () => ({
      ...SSH_KEYS,
      name: 'shop',
      owner: 'group:default/platform',
      endpoint: 'intranet',
      pool: 'regular',
      instanceType: 'S5.MEDIUM4',
      replicas: 1,
    }),
    before: ENI_ADDON.begin,
    deaths: [
      inWaitFor('cluster cls-\\w+ to run'),
      inWaitFor('cluster cls-\\w+ to take UpdateAddon', {
        meanwhile: ENI_ADDON.end,
      }),
      inWaitFor('the intranet access of cls-\\w+'),
      inWaitFor('the API server of cls-\\w+ to answer', {
        meanwhile: backstage => backstage.release('answers'),
      }),
      inWaitFor('the node pool default: 0 of 1 nodes are ready', {
        meanwhile: backstage => backstage.release('nodes'),
      }),
      behind('tke:nodepool:create-regular'),
    ],
    once: [
      'CreateCluster',
      'CreateClusterEndpoint',
      'UpdateAddon',
      'CreateClusterNodePool',
    ],
  },
  {
    title: 'makes one native pool for two tasks',
    template: 'tke-nodepool',
    form: backstage => ({
      cluster: backstage.entityRef('shop'),
      kind: 'native',
      name: 'more',
      instanceType: 'SA5.MEDIUM4',
      replicas: 1,
      maximumReplicas: 1,
    }),
    tasks: 2,
    // One of them waits as long as the other has no answer.
    before: ({ cloud }) =>
      cloud.fail({ action: 'CreateNodePool', fault: 'hang-after-success' }),
    deaths: [
      {
        at: /Another task is making the native node pool "more"/,
        wait: 'another task',
        timeGoesOn: true,
      },
    ],
    once: ['CreateNodePool'],
  },
  {
    title: 'adds Karpenter and a pool of it',
    template: 'tke-nodepool',
    form: backstage => ({
      cluster: backstage.entityRef('shop'),
      kind: 'karpenter',
      name: 'elastic',
      instanceFamilies: ['S5'],
    }),
    deaths: [
      behind('tke:addon:install'),
      inWaitFor('the addon karpenter'),
      inWaitFor('Karpenter: cluster cls-\\w+ does not know', {
        meanwhile: backstage => backstage.release('karpenter'),
      }),
      whileKarpenterAccepts('elastic'),
      behind('tke:nodepool:create-karpenter'),
    ],
    once: ['InstallAddon'],
  },
  {
    title: 'makes a cluster with Karpenter',
    template: 'tke-cilium-cluster',
    form: () => ({
      ...SSH_KEYS,
      name: 'elastic',
      owner: 'group:default/platform',
      endpoint: 'intranet',
      pool: 'karpenter',
      instanceFamilies: ['S5'],
    }),
    deaths: [
      inWaitFor('cluster cls-\\w+ to run'),
      whileKarpenterAccepts('default'),
      inWaitFor('Cilium to be ready'),
    ],
    once: ['CreateCluster', 'CreateClusterEndpoint', 'UpdateAddon'],
  },
  {
    title: 'deletes a cluster',
    template: 'tke-cluster-delete',
    form: backstage => ({
      cluster: backstage.entityRef('shop'),
      confirmName: 'shop',
      liftProtection: true,
    }),
    deaths: [
      inWaitFor('cluster cls-\\w+ to be gone: it is Deleting', {
        // Nobody sees a cluster any more that is on its way out.
        when: backstage =>
          backstage.waitForEntity(backstage.entityRef('shop'), false),
      }),
      behind('tke:cluster:delete'),
    ],
    once: ['DisableClusterDeletionProtection', 'DeleteCluster'],
  },
];

/** It may be quicker than the first look at what it says. */
function whileKarpenterAccepts(pool: string): Death {
  return inWaitFor(`Karpenter to accept the node pool ${pool}`, {
    at: new RegExp(`Applied .*NodePool ${pool}`),
  });
}
