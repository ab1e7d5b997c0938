import { compareCiliumConfig } from './compareCiliumConfig';
import { ciliumConfigData } from '../snapshot/fixtures';

/** What is said of data with these changes. */
function textsOf(changes: Record<string, string | undefined>): string[] {
  const data = Object.entries({ ...ciliumConfigData(), ...changes }).flatMap(
    ([key, value]) => (value === undefined ? [] : [[key, value]]),
  );
  return compareCiliumConfig(Object.fromEntries(data)).map(
    ({ text, isVital }) => `${isVital ? 'vital' : 'advised'}: ${text}`,
  );
}

describe('compareCiliumConfig', () => {
  it.each<[string, Record<string, string | undefined>, string[]]>([
    ['nothing of what the profiles write', {}, []],
    [
      'another IPAM',
      { ipam: 'kubernetes' },
      ['vital: ipam is kubernetes instead of delegated-plugin'],
    ],
    [
      'a key that is gone',
      { 'local-router-ipv4': undefined },
      [
        'vital: local-router-ipv4 is not set instead of an address in 169.254.0.0/16',
      ],
    ],
    [
      'a router address of the VPC',
      { 'local-router-ipv4': '10.0.0.1' },
      [
        'vital: local-router-ipv4 is 10.0.0.1 instead of an address in 169.254.0.0/16',
      ],
    ],
    [
      'another link-local router address',
      { 'local-router-ipv4': '169.254.9.9' },
      [],
    ],
    [
      'devices of its own',
      { devices: 'eth0' },
      ['advised: devices is eth0 instead of eth+'],
    ],
    [
      'masquerading as the FAQ has it',
      { 'enable-ipv4-masquerade': 'true', 'enable-bpf-masquerade': 'true' },
      [],
    ],
    [
      'masquerading with iptables',
      { 'enable-ipv4-masquerade': 'true' },
      [
        'advised: enable-bpf-masquerade is not set instead of true, while enable-ipv4-masquerade is on',
      ],
    ],
    [
      'a watcher that is off',
      { 'unmanaged-pod-watcher-interval': '0' },
      [
        'advised: unmanaged-pod-watcher-interval is 0 instead of an interval above 0',
      ],
    ],
    [
      'another interval of the watcher',
      { 'unmanaged-pod-watcher-interval': '60' },
      [],
    ],
    [
      'the interval as charts since 1.19 write it',
      { 'unmanaged-pod-watcher-interval': '15s' },
      [],
    ],
    [
      'a watcher that is off, as charts since 1.19 write it',
      { 'unmanaged-pod-watcher-interval': '0s' },
      [
        'advised: unmanaged-pod-watcher-interval is 0s instead of an interval above 0',
      ],
    ],
  ])('finds %s', (_, changes, expected) => {
    expect(textsOf(changes)).toEqual(expected);
  });

  it.each([
    'cni-chaining-mode',
    'custom-cni-conf',
    'read-cni-conf',
    'write-cni-conf-when-ready',
    'cni-external-routing',
    'routing-mode',
    'enable-endpoint-routes',
    'enable-endpoint-health-checking',
    'kube-proxy-replacement',
  ])('cannot do without %s', key => {
    expect(textsOf({ [key]: 'something-else' })).toEqual([
      expect.stringMatching(`^vital: ${key} is something-else instead of `),
    ]);
  });

  it.each([
    'enable-host-legacy-routing',
    'agent-not-ready-taint-key',
    'remove-cilium-node-taints',
    'set-cilium-node-taints',
    'set-cilium-is-up-condition',
  ])('advises %s', key => {
    expect(textsOf({ [key]: 'something-else' })).toEqual([
      expect.stringMatching(`^advised: ${key} is something-else instead of `),
    ]);
  });
});
