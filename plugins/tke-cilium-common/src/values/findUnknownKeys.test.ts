import { findUnknownKeys, UnknownKey } from './findUnknownKeys';
import { HelmValues } from './helmValues';

/** The shapes that occur in the chart's values.yaml. */
const chart: HelmValues = {
  bpf: { masquerade: null, mapDynamicSizeRatio: null },
  egressGateway: { enabled: false, reconciliationTriggerInterval: '1s' },
  enableIPv4Masquerade: true,
  extraConfig: {},
  extraEnv: [],
  cni: { configMap: '', chainingMode: null },
  hubble: {
    relay: { enabled: false, replicas: 1 },
    ui: { enabled: false },
    metrics: { enabled: null },
  },
  ipMasqAgent: { enabled: false },
  k8sServiceHost: '',
  kubeProxyReplacement: 'false',
  nodePort: { enabled: false },
  operator: {
    replicas: 2,
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    affinity: { podAntiAffinity: {} },
    resources: {},
    updateStrategy: { rollingUpdate: { maxUnavailable: '50%' } },
  },
};

it.each<[string, HelmValues]>([
  ['nothing', {}],
  ['known keys', { operator: { replicas: 1 }, kubeProxyReplacement: true }],
  ['below an empty map', { extraConfig: { 'local-router-ipv4': 'x' } }],
  ['below null', { hubble: { metrics: { enabled: { dns: true } } } }],
  ['in lists', { extraEnv: [{ whatever: 1 }] }],
  ['in a nodeSelector', { operator: { nodeSelector: { mine: 'x' } } }],
  ['in an affinity', { operator: { affinity: { nodeAffinity: {} } } }],
  [
    'in an update strategy',
    { operator: { updateStrategy: { type: 'OnDelete' } } },
  ],
  [
    'what only the templates know',
    {
      devices: 'eth+',
      cni: { externalRouting: true },
      ipMasqAgent: { config: { nonMasqueradeCIDRs: [] } },
      loadBalancer: { mode: 'dsr' },
    },
  ],
])('accepts %s', (_, values) => {
  expect(findUnknownKeys(values, chart)).toEqual([]);
});

it.each<[HelmValues, UnknownKey[]]>([
  [
    { operator: { replica: 1 } },
    [{ path: 'operator.replica', nearest: 'operator.replicas' }],
  ],
  [
    { kubeProxyReplacment: true },
    [{ path: 'kubeProxyReplacment', nearest: 'kubeProxyReplacement' }],
  ],
  [
    { enableIpv4Masquerade: true },
    [{ path: 'enableIpv4Masquerade', nearest: 'enableIPv4Masquerade' }],
  ],
  [{ masquerade: true }, [{ path: 'masquerade', nearest: 'bpf.masquerade' }]],
  [
    { hubbel: { relay: { enabled: true } } },
    [{ path: 'hubbel', nearest: 'hubble' }],
  ],
  [
    { hubble: { relay: { enable: true }, gui: {} } },
    [
      { path: 'hubble.relay.enable', nearest: 'hubble.relay.enabled' },
      { path: 'hubble.gui', nearest: 'hubble.ui' },
    ],
  ],
  [{ somethingElseEntirely: 1 }, [{ path: 'somethingElseEntirely' }]],
  [{ 'a.dotted': null }, [{ path: '"a.dotted"' }]],
])('finds what the chart does not know in %j', (values, expected) => {
  expect(findUnknownKeys(values, chart)).toEqual(expected);
});

it('changes neither the values nor the defaults', () => {
  const before = JSON.stringify(chart);
  findUnknownKeys({ operator: { replica: 1 } }, chart);
  expect(JSON.stringify(chart)).toBe(before);
});
