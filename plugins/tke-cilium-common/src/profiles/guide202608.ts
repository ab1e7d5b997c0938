import { SUPER_NODE_INSTANCE_TYPE } from '../vocabulary/names';
import { MULTUS_CONFIG_PATH } from '../daemonSets/multusConfig';
import { mergeHelmValues } from '../values/mergeHelmValues';
import { GUIDE_2025_11 } from './guide202511';
import { InstallProfile } from './installProfile';

/** What changed between the source document and its August 2026 successor, on top of the former. */
export const GUIDE_2026_08: InstallProfile = {
  ...GUIDE_2025_11,
  name: 'guide-2026-08',
  title: 'Guide of August 2026',
  description:
    'The guide with the corrections that its authors made until August 2026: no sysctl fix that drops Pod traffic, the operator kept off super nodes, local redirect policies, every image from the mirror, and nodes that stay empty until Cilium is ready on them.',
  values: mergeHelmValues(GUIDE_2025_11.values, {
    localRedirectPolicies: { enabled: true },
    // The init container restarts systemd-sysctl, which sets eth0.rp_filter back to 1: Pod traffic that
    // arrives on eth0 is then dropped (upstream appendix/native-routing.md).
    sysctlfix: { enabled: false },
    operator: {
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  {
                    key: 'node.kubernetes.io/instance-type',
                    operator: 'NotIn',
                    values: [SUPER_NODE_INSTANCE_TYPE],
                  },
                ],
              },
            ],
          },
        },
      },
    },
  }),
  mirroredImages: 'all',
  masquerade: 'ip-masq-agent',
  disableTkeComponents: 'before-install',
  // Without -f the hook fails where the file is already gone.
  cniCleanupCommand: ['rm', '-f', MULTUS_CONFIG_PATH],
  nodePools: {
    machineAnnotations: {
      'node.tke.cloud.tencent.com/image-label': 'ts4-public',
    },
    startupTaint: true,
  },
};
