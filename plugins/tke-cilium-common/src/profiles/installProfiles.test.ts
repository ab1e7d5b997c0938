import { buildCiliumValues } from '../values/buildCiliumValues';
import {
  DEFAULT_INSTALL_PROFILE,
  getInstallProfile,
  INSTALL_PROFILES,
} from './installProfiles';

const apiServer = { host: '169.254.128.112', port: 60002 };

/** The guide's `helm upgrade --install` command, with the types that `--set` gives. */
const GUIDE_COMMAND = {
  image: { repository: 'quay.tencentcloudcr.com/cilium/cilium' },
  envoy: {
    image: { repository: 'quay.tencentcloudcr.com/cilium/cilium-envoy' },
  },
  operator: {
    image: { repository: 'quay.tencentcloudcr.com/cilium/operator' },
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
  routingMode: 'native',
  endpointRoutes: { enabled: true },
  ipam: { mode: 'delegated-plugin' },
  enableIPv4Masquerade: false,
  devices: 'eth+',
  cni: {
    chainingMode: 'generic-veth',
    customConf: true,
    configMap: 'cni-config',
    externalRouting: true,
  },
  extraConfig: { 'local-router-ipv4': '169.254.32.16' },
  kubeProxyReplacement: true,
  k8sServiceHost: '169.254.128.112',
  k8sServicePort: 60002,
};

it("guide-2025-11 has exactly the values of the guide's command", () => {
  expect(
    buildCiliumValues({
      profile: getInstallProfile('guide-2025-11'),
      apiServer,
    }),
  ).toEqual(GUIDE_COMMAND);
});

it('guide-2026-08 adds the corrections to them', () => {
  const values = buildCiliumValues({
    profile: getInstallProfile('guide-2026-08'),
    apiServer,
  });
  expect(values).toMatchObject({
    ...GUIDE_COMMAND,
    localRedirectPolicies: { enabled: true },
    sysctlfix: { enabled: false },
    operator: {
      ...GUIDE_COMMAND.operator,
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  {
                    key: 'node.kubernetes.io/instance-type',
                    operator: 'NotIn',
                    values: ['eklet'],
                  },
                ],
              },
            ],
          },
        },
      },
    },
    certgen: { image: { repository: expect.any(String) } },
  });
});

it.each([
  [
    'guide-2025-11',
    {
      startupTaint: false,
      machineAnnotations: {
        'node.tke.cloud.tencent.com/beta-image': 'ts4-public',
      },
    },
    'after-install',
  ],
  [
    'guide-2026-08',
    {
      startupTaint: true,
      machineAnnotations: {
        'node.tke.cloud.tencent.com/image-label': 'ts4-public',
      },
    },
    'before-install',
  ],
])('%s makes its own node pools and order', (name, nodePools, order) => {
  expect(getInstallProfile(name)).toMatchObject({
    chartVersion: '1.18.3',
    minimumKubernetesVersion: '1.30.0',
    nodePools,
    disableTkeComponents: order,
  });
});

it('lists every profile under its own name, the default among them', () => {
  for (const [name, profile] of Object.entries(INSTALL_PROFILES)) {
    expect(profile.name).toBe(name);
  }
  expect(getInstallProfile(DEFAULT_INSTALL_PROFILE).name).toBe('guide-2026-08');
});

it.each(['guide', '', 'constructor', '__proto__'])(
  'names the profiles when there is none called "%s"',
  name => {
    expect(() => getInstallProfile(name)).toThrow(
      'Choose one of: guide-2026-08, guide-2025-11.',
    );
  },
);
