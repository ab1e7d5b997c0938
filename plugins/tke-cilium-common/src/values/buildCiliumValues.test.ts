import { getInstallProfile } from '../profiles/installProfiles';
import { buildCiliumValues, CiliumValuesInput } from './buildCiliumValues';
import { getHelmValue, HelmValues } from './helmValues';

const guide = getInstallProfile('guide-2025-11');
const current = getInstallProfile('guide-2026-08');
const build = (input: Partial<CiliumValuesInput>) =>
  buildCiliumValues({
    profile: current,
    apiServer: { host: '169.254.128.112', port: 60002 },
    ...input,
  });
const tolerations = (values: HelmValues) =>
  getHelmValue(values, ['operator', 'tolerations']) as { key: string }[];
const keys = (values: HelmValues) => tolerations(values).map(({ key }) => key);

it('overrides in the order profile, options, user values', () => {
  const values = build({
    options: { operatorReplicas: 1, ciliumEndpointSlice: true },
    userValues: [
      { operator: { replicas: 3 }, debug: { enabled: true } },
      { operator: { replicas: 4 }, sysctlfix: { enabled: true } },
    ],
  });
  expect(values).toMatchObject({
    operator: { replicas: 4 },
    ciliumEndpointSlice: { enabled: true },
    debug: { enabled: true },
    sysctlfix: { enabled: true },
  });
});

it('lets the user override the images of the option', () => {
  const values = build({
    options: { images: { source: 'tcr', registry: 'mine.example.com' } },
    userValues: [{ image: { repository: 'elsewhere/cilium' } }],
  });
  expect(values).toMatchObject({
    image: { repository: 'elsewhere/cilium' },
    envoy: {
      image: { repository: 'mine.example.com/quay.io/cilium/cilium-envoy' },
    },
  });
});

it("redirects the guide's three images by default, and all when asked to", () => {
  expect(build({ profile: guide }).certgen).toBeUndefined();
  expect(
    build({ profile: guide, options: { images: { source: 'mirror' } } })
      .certgen,
  ).toBeDefined();
  expect(
    build({ profile: guide, options: { images: { source: 'upstream' } } })
      .image,
  ).toBeUndefined();
});

describe('operator.tolerations', () => {
  const profileKeys = keys(build({}));

  it.each([
    ['none', [], []],
    ['one', [{ operator: { tolerations: [{ key: 'a' }] } }], ['a']],
    [
      'several documents',
      [
        { operator: { tolerations: [{ key: 'a' }] } },
        { operator: { tolerations: [{ key: 'b' }] } },
      ],
      ['a', 'b'],
    ],
    [
      'one that is there already',
      [
        {
          operator: {
            tolerations: [
              { operator: 'Exists', key: 'node.kubernetes.io/not-ready' },
            ],
          },
        },
      ],
      [],
    ],
    ['null', [{ operator: { tolerations: null } }], []],
    ['an empty list', [{ operator: { tolerations: [] } }], []],
  ])('of the user are added: %s', (_, userValues, added) => {
    expect(keys(build({ userValues }))).toEqual([...profileKeys, ...added]);
  });
});

describe('masquerade', () => {
  const one = { masquerade: { vpcCidrs: ['10.0.0.0/16'] } };
  const two = { masquerade: { vpcCidrs: ['10.0.0.0/16', '172.16.0.0/16'] } };
  const agent = (nonMasqueradeCIDRs: string[]) => ({
    enableIPv4Masquerade: true,
    bpf: { masquerade: true },
    ipMasqAgent: {
      enabled: true,
      config: { nonMasqueradeCIDRs, masqLinkLocal: true },
    },
  });

  it.each([
    ['guide-2026-08', one, agent(['10.0.0.0/16'])],
    ['guide-2026-08', two, agent(['10.0.0.0/16', '172.16.0.0/16'])],
    ['guide-2025-11', two, agent(['10.0.0.0/16', '172.16.0.0/16'])],
    [
      'guide-2025-11',
      one,
      {
        enableIPv4Masquerade: true,
        bpf: { masquerade: true },
        ipv4NativeRoutingCIDR: '10.0.0.0/16',
      },
    ],
  ])('of %s with %j', (profile, options, expected) => {
    const values = build({ profile: getInstallProfile(profile), options });
    expect(values).toMatchObject(expected);
    expect('ipMasqAgent' in values && 'ipv4NativeRoutingCIDR' in values).toBe(
      false,
    );
  });
});

it('never changes the profile', () => {
  const before = JSON.stringify(current);
  const values = build({
    userValues: [{ operator: { tolerations: [{ key: 'a' }] } }],
  });
  tolerations(values)[0].key = 'changed';
  Object.assign(values.cni ?? {}, { configMap: 'changed' });
  expect(JSON.stringify(current)).toBe(before);
});
