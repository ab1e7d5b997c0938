import { CNI_CONFIG } from '../vocabulary/names';
import { MULTUS_CONFIG_PATH } from '../daemonSets/multusConfig';
import { InstallProfile } from './installProfile';
import { GUIDE_LOCAL_ROUTER_IPV4 } from './localRouter';

/** Reproduces the source document: its `helm upgrade` command leaves the same objects in the cluster. */
export const GUIDE_2025_11: InstallProfile = {
  name: 'guide-2025-11',
  title: 'Guide of November 2025, to the letter',
  description:
    'Leaves the same objects in the cluster as the commands of the guide. For comparison and for clusters that were installed by hand; new clusters are better served by guide-2026-08.',
  docsUrl: 'https://imroc.cc/tke/networking/cilium/install',
  chartVersion: '1.18.3',
  minimumKubernetesVersion: '1.30.0',
  values: {
    routingMode: 'native',
    endpointRoutes: { enabled: true },
    ipam: { mode: 'delegated-plugin' },
    enableIPv4Masquerade: false,
    devices: 'eth+',
    cni: {
      chainingMode: 'generic-veth',
      customConf: true,
      configMap: CNI_CONFIG,
      externalRouting: true,
    },
    extraConfig: { 'local-router-ipv4': GUIDE_LOCAL_ROUTER_IPV4 },
    operator: {
      tolerations: [
        { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' },
        { key: 'node-role.kubernetes.io/master', operator: 'Exists' },
        { key: 'node.kubernetes.io/not-ready', operator: 'Exists' },
        {
          key: 'node.cloudprovider.kubernetes.io/uninitialized',
          operator: 'Exists',
        },
        { key: 'tke.cloud.tencent.com/uninitialized', operator: 'Exists' },
        { key: 'tke.cloud.tencent.com/eni-ip-unavailable', operator: 'Exists' },
      ],
    },
    kubeProxyReplacement: true,
  },
  mirroredImages: 'installed',
  masquerade: 'native-routing-cidr',
  disableTkeComponents: 'after-install',
  cniCleanupCommand: ['rm', MULTUS_CONFIG_PATH],
  nodePools: {
    machineAnnotations: {
      'node.tke.cloud.tencent.com/beta-image': 'ts4-public',
    },
    startupTaint: false,
  },
};
