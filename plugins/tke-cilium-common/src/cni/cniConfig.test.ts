import { buildCniConfigMap } from './cniConfigMap';
import { compareCniConfig } from './compareCniConfig';

const { data } = buildCniConfigMap();
const chain = () => JSON.parse(data['cni-config']);
const compare = (config: unknown) =>
  compareCniConfig({ 'cni-config': JSON.stringify(config) });

it("is the guide's ConfigMap, character for character", () => {
  expect(buildCniConfigMap()).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'cni-config', namespace: 'kube-system' },
    data: {
      'cni-config': [
        '{',
        '  "cniVersion": "0.3.1",',
        '  "name": "generic-veth",',
        '  "plugins": [',
        '    {',
        '      "type": "tke-route-eni",',
        '      "routeTable": 1,',
        '      "disableIPv6": true,',
        '      "mtu": 1500,',
        '      "ipam": {',
        '        "type": "tke-eni-ipamc",',
        '        "backend": "127.0.0.1:61677"',
        '      }',
        '    },',
        '    {',
        '      "type": "cilium-cni",',
        '      "chaining-mode": "generic-veth"',
        '    }',
        '  ]',
        '}',
      ].join('\n'),
    },
  });
});

it('matches itself, whatever the white space and the order of keys', () => {
  expect(compareCniConfig(data)).toEqual({ matches: true });
  const { plugins, ...rest } = chain();
  expect(compare({ plugins, ...rest })).toEqual({ matches: true });
});

it.each<[string, () => ReturnType<typeof compareCniConfig>, string]>([
  [
    'no data',
    () => compareCniConfig(undefined),
    'The key "cni-config" is missing.',
  ],
  [
    'another key',
    () => compareCniConfig({ 'cni-configuration': '{}' }),
    'The key "cni-config" is missing; there is cni-configuration.',
  ],
  [
    'no JSON',
    () => compareCniConfig({ 'cni-config': 'name: x' }),
    'The key "cni-config" does not hold JSON',
  ],
  [
    'a changed value',
    () => {
      const config = chain();
      config.plugins[0].mtu = 8500;
      return compare(config);
    },
    'plugins[0].mtu is 8500; expected 1500.',
  ],
  [
    'a missing plugin',
    () => compare({ ...chain(), plugins: chain().plugins.slice(0, 1) }),
    'plugins[1] is missing; expected {"type":"cilium-cni"',
  ],
  [
    'the plugins in another order',
    () => compare({ ...chain(), plugins: chain().plugins.reverse() }),
    'plugins[0].type is "cilium-cni"; expected "tke-route-eni".',
  ],
  [
    'something more',
    () => compare({ ...chain(), capabilities: {} }),
    'capabilities is {} and should not be there.',
  ],
  ['a list', () => compare([]), 'The document is []; expected {'],
  ['null', () => compare(null), 'The document is null; expected {'],
  [
    'a number as text',
    () => {
      const config = chain();
      config.plugins[0].routeTable = '1';
      return compare(config);
    },
    'plugins[0].routeTable is "1"; expected 1.',
  ],
])('says what differs: %s', (_, result, difference) => {
  expect(result()).toEqual({
    matches: false,
    difference: expect.stringContaining(difference),
  });
});
