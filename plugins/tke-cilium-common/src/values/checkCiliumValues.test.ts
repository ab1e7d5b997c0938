import { getInstallProfile } from '../profiles/installProfiles';
import { buildCiliumValues } from './buildCiliumValues';
import { checkCiliumValues } from './checkCiliumValues';
import { HelmValues } from './helmValues';
import { InstallOptions } from './installOptions';

const apiServer = { host: '169.254.128.112', port: 60002 };

const check = (
  userValues: HelmValues,
  options: InstallOptions = {},
  profile = 'guide-2026-08',
) =>
  checkCiliumValues(
    buildCiliumValues({
      profile: getInstallProfile(profile),
      apiServer,
      options,
      userValues: [userValues],
    }),
    {
      apiServer,
      chartVersion: '1.18.12',
      kubernetesVersion: 'v1.32.2-tke.6',
      minimumKubernetesVersion: '1.30.0',
    },
  );
const codes = (...input: Parameters<typeof check>) =>
  check(...input).map(({ severity, code }) => `${severity} ${code}`);

const masquerade = { masquerade: { vpcCidrs: ['10.0.0.0/16'] } };

it.each<[string, HelmValues, InstallOptions?]>([
  ['the profile itself', {}],
  [
    'every option',
    {},
    { ...masquerade, ciliumEndpointSlice: true, operatorReplicas: 1 },
  ],
  ['Hubble', { hubble: { relay: { enabled: true }, ui: { enabled: true } } }],
  [
    'text for a switch',
    { kubeProxyReplacement: 'true', k8sServicePort: '60002' },
  ],
  [
    'an egress gateway with masquerading',
    { egressGateway: { enabled: true } },
    masquerade,
  ],
  [
    'a TKE id as the name of the cluster',
    { cluster: { name: 'cls-a1b2c3d4', id: 7 } },
  ],
  ['a feature that is switched off', { gatewayAPI: { enabled: false } }],
])('accepts %s', (_, values, options = {}) => {
  expect(codes(values, options)).toEqual([]);
});

it('warns of what guide-2025-11 leaves on', () => {
  expect(codes({}, {}, 'guide-2025-11')).toEqual(['warning sysctlfix-enabled']);
  expect(codes({}, masquerade, 'guide-2025-11')).toEqual([
    'warning sysctlfix-enabled',
  ]);
});

it.each<[HelmValues]>([
  [{ ipam: { mode: 'cluster-pool' } }],
  [{ ipam: null }],
  [{ cni: { chainingMode: 'none' } }],
  [{ cni: { customConf: false } }],
  [{ cni: { configMap: 'cni-configuration' } }],
  [{ cni: { externalRouting: null } }],
  [{ routingMode: 'tunnel' }],
  [{ endpointRoutes: { enabled: false } }],
  [{ kubeProxyReplacement: false }],
  [{ kubeProxyReplacement: null }],
])('refuses %j', values => {
  expect(codes(values)).toEqual(['error value-not-allowed']);
});

it('says which value, what it is and what it must be', () => {
  const [problem] = check({ cni: { configMap: 'cni-configuration' } });
  expect(problem.message).toBe(
    'cni.configMap is "cni-configuration" and must be "cni-config": the agents would wait for a ConfigMap that does not exist (FailedMount).',
  );
  expect(problem.remedy).not.toBe('');
});

it.each<[HelmValues, string[], InstallOptions?]>([
  // What the agent refuses while TKE allocates the addresses.
  [{ gatewayAPI: { enabled: true } }, ['error feature-needs-own-ipam']],
  [
    { ingressController: { enabled: 'true' } },
    ['error feature-needs-own-ipam'],
  ],
  [{ envoyConfig: { enabled: true } }, ['error feature-needs-own-ipam']],
  [
    { loadBalancer: { l7: { backend: 'envoy' } } },
    ['error feature-needs-own-ipam'],
  ],
  [
    { extraConfig: { 'enable-endpoint-health-checking': 'true' } },
    ['error feature-needs-own-ipam'],
  ],
  // The address of cilium_host.
  [{ extraConfig: null }, ['error local-router-ipv4-missing']],
  [
    { extraConfig: { 'local-router-ipv4': '' } },
    ['error local-router-ipv4-missing'],
  ],
  [
    { extraConfig: { 'local-router-ipv4': '10.0.0.1' } },
    ['error local-router-ipv4-conflict'],
  ],
  [
    { extraConfig: { 'local-router-ipv4': '169.254.32' } },
    ['error local-router-ipv4-conflict'],
  ],
  [
    { extraConfig: { 'local-router-ipv4': '169.254.128.112' } },
    ['error local-router-ipv4-conflict'],
  ],
  [
    { extraConfig: { 'local-router-ipv4': '169.254.20.10' } },
    ['error local-router-ipv4-conflict'],
  ],
  [
    { extraConfig: { 'local-router-ipv4': '169.254.32.17' } },
    ['warning local-router-ipv4-changed'],
  ],
  [{ ipv6: { enabled: true } }, ['error local-router-ipv6-missing']],
  // The API server.
  [{ k8sServiceHost: '10.0.0.5' }, ['error api-server-host-differs']],
  [{ k8sServiceHost: null }, ['error api-server-host-differs']],
  [{ k8sServicePort: 443 }, ['error api-server-port-differs']],
  // Masquerading.
  [
    { enableIPv4Masquerade: true },
    ['error masquerade-without-cidrs', 'warning masquerade-without-bpf'],
  ],
  [
    { enableIPv4Masquerade: null },
    ['error masquerade-without-cidrs', 'warning masquerade-without-bpf'],
  ],
  [
    {
      enableIPv4Masquerade: true,
      bpf: { masquerade: true },
      ipv4NativeRoutingCIDR: '10.0.0.1/16',
    },
    ['error cidr-invalid'],
  ],
  [{ ipMasqAgent: { enabled: true } }, ['error ip-masq-agent-without-bpf']],
  [
    { ipMasqAgent: { config: { nonMasqueradeCIDRs: ['10.0.0.0/8', 'vpc'] } } },
    ['error cidr-invalid'],
    masquerade,
  ],
  // The egress gateway.
  [
    { egressGateway: { enabled: true } },
    ['error egress-gateway-needs', 'error egress-gateway-needs'],
  ],
  [
    { egressGateway: { enabled: true } },
    ['error egress-gateway-excludes'],
    { ...masquerade, ciliumEndpointSlice: true },
  ],
  [
    { egressGateway: { enabled: true }, clustermesh: { useAPIServer: true } },
    ['error egress-gateway-excludes'],
    masquerade,
  ],
  [
    {
      egressGateway: { enabled: true },
      enableIPv4Masquerade: true,
      bpf: { masquerade: true },
      ipv4NativeRoutingCIDR: '10.0.0.0/16',
    },
    ['warning egress-gateway-without-ip-masq-agent'],
  ],
  // The name in a mesh.
  [{ cluster: { name: 'Production' } }, ['error cluster-name-invalid']],
  [{ cluster: { name: 'a'.repeat(33) } }, ['error cluster-name-invalid']],
  [{ cluster: { name: '' } }, ['error cluster-name-invalid']],
  [{ cluster: { id: 3 } }, ['error cluster-name-invalid']],
])('%j', (values, expected, options = {}) => {
  expect(codes(values, options)).toEqual(expected);
});

it('refuses an address of the API server that is not link-local', () => {
  const address = { host: '10.0.0.5', port: 443 };
  const values = buildCiliumValues({
    profile: getInstallProfile('guide-2026-08'),
    apiServer: address,
  });
  expect(
    checkCiliumValues(values, {
      apiServer: address,
      chartVersion: '1.18.12',
      minimumKubernetesVersion: '1.30.0',
    }).map(({ code }) => code),
  ).toEqual(['api-server-address-not-link-local']);
});

it('judges the chart version too', () => {
  const values = buildCiliumValues({
    profile: getInstallProfile('guide-2026-08'),
    apiServer,
  });
  expect(
    checkCiliumValues(values, {
      apiServer,
      chartVersion: '1.18.12',
      kubernetesVersion: 'v1.28.3',
      minimumKubernetesVersion: '1.30.0',
    }).map(({ code }) => code),
  ).toEqual(['kubernetes-version-too-old']);
});
