import { behind, inWaitFor } from './Death';
import { Flow } from './Flow';
import type { MortalBackstage } from './MortalBackstage';

/** Where the API server is public. In the middle of Helm it dies in `recovery.integration.test.ts`. */
export const PUBLIC_FLOW: Flow = {
  title: 'makes a cluster with a native pool',
  template: 'tke-cilium-cluster',
  form: () => ({
    name: 'shop',
    owner: 'group:default/platform',
    instanceType: 'SA5.MEDIUM4',
    replicas: 1,
    sshKeyIds: ['skey-demo0001'],
  }),
  before: backstage => backstage.dieWhileTheCatalogLooks(),
  deaths: [
    behind('tke:helm:check'),
    inWaitFor('the catalog to have cls-', { timeGoesOn: false }),
    behind('tke:cluster:create'),
    inWaitFor('cluster cls-\\w+ to run'),
    behind('tke:cluster:wait-running'),
    behind('tke:addon:install'),
    inWaitFor('the super node "tke-cilium-bootstrap"'),
    behind('tke:supernode:create'),
    inWaitFor('the public access of cls-\\w+'),
    behind('tke:cluster:open-endpoint', { meanwhile: eniAgentIs('Upgrading') }),
    inWaitFor('the addon eniipamd', { meanwhile: eniAgentIs('Succeeded') }),
    behind('tke:addon:wait'),
    behind('tke:cilium:preflight'),
    behind('tke:cilium:upgrade-eni-agent'),
    behind('tke:cilium:apply-cni-config'),
    behind('tke:cilium:disable-tke-components'),
    behind('tke:cilium:install'),
    inWaitFor('the node pool default'),
    behind('tke:nodepool:create-native'),
    inWaitFor('Cilium to be ready'),
    behind('tke:cilium:wait-ready'),
    inWaitFor('the super node "tke-cilium-bootstrap" to be gone'),
    behind('tke:supernode:delete'),
  ],
  once: [
    'CreateCluster',
    'CreateClusterVirtualNodePool',
    'CreateClusterEndpoint',
    'UpdateAddon',
    'CreateNodePool',
    'DeleteClusterVirtualNodePool',
  ],
};

/** Since an addon that is upgraded in a second is there before anybody waits for it. */
function eniAgentIs(phase: 'Upgrading' | 'Succeeded') {
  return ({ cloud }: MortalBackstage) => {
    for (const { addons } of cloud.clusters.values()) {
      Object.assign(addons?.get('eniipamd') ?? {}, { phase });
    }
  };
}
