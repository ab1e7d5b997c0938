import { InstallInput, readInstallInput } from './readInstallInput';

const defaults = {
  profile: 'guide-2026-08',
  chartVersion: undefined,
  chart: undefined,
  options: {
    images: undefined,
    ciliumEndpointSlice: undefined,
    masquerade: undefined,
    operatorReplicas: undefined,
  },
  userValues: [],
};

describe('readInstallInput', () => {
  it.each<[string, InstallInput, object]>([
    ['fills in the default profile', {}, {}],
    [
      'takes what a form left empty as not given',
      {
        chartVersion: '',
        chart: { repository: '', oci: '' },
        images: { source: 'profile', registry: '' },
        masquerade: { vpcCidrs: [] },
        valuesDocuments: ['', '# nothing here'],
      },
      {},
    ],
    [
      'takes a chart repository',
      { chart: { repository: 'https://charts.example.com' } },
      { chart: { repository: 'https://charts.example.com' } },
    ],
    [
      'takes an OCI reference',
      { chart: { oci: 'oci://registry.example.com/cilium' } },
      { chart: { oci: 'oci://registry.example.com/cilium' } },
    ],
    [
      "takes TKE's mirror",
      { images: { source: 'mirror' } },
      { options: { ...defaults.options, images: { source: 'mirror' } } },
    ],
    [
      'takes a TCR registry',
      { images: { source: 'tcr', registry: 'a.tencentcloudcr.com/b' } },
      {
        options: {
          ...defaults.options,
          images: { source: 'tcr', registry: 'a.tencentcloudcr.com/b' },
        },
      },
    ],
    [
      'keeps the order of user values: documents first, the object last',
      {
        valuesDocuments: ['debug: {enabled: true}\n---\nbgp: 1', 'bgp: 2'],
        values: { bgp: 3 },
      },
      {
        userValues: [
          { debug: { enabled: true } },
          { bgp: 1 },
          { bgp: 2 },
          { bgp: 3 },
        ],
      },
    ],
  ])('%s', (_, input, expected) => {
    expect(readInstallInput(input)).toEqual({ ...defaults, ...expected });
  });

  it.each<[string, InstallInput, RegExp]>([
    [
      'two chart sources',
      { chart: { repository: 'https://a.example', oci: 'oci://b.example/c' } },
      /^chart: give either repository or oci/,
    ],
    [
      'TCR without a registry',
      { images: { source: 'tcr' } },
      /^images\.registry: the source tcr needs/,
    ],
    [
      'a registry for upstream images',
      { images: { source: 'upstream', registry: 'a.example' } },
      /^images\.registry: the source upstream/,
    ],
    [
      'values that are not YAML',
      { valuesDocuments: ['a: 1', 'a: [1'] },
      /^valuesDocuments\[1\]: this is not YAML/,
    ],
    [
      'values that are a list',
      { valuesDocuments: ['- a'] },
      /^valuesDocuments\[0\]: Helm values are a map .* a list/,
    ],
    [
      'values that are a word',
      { valuesDocuments: ['hello'] },
      /^valuesDocuments\[0\]: .* the string "hello"/,
    ],
  ])('refuses %s', (_, input, message) => {
    expect(() => readInstallInput(input)).toThrow(message);
  });
});
