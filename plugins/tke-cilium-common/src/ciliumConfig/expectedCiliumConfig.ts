import { CNI_CONFIG, AGENT_NOT_READY_TAINT } from '../vocabulary/names';

/** What one key of the ConfigMap `cilium-config` has to be for Cilium behind VPC-CNI. */
export type CiliumConfigKey = {
  key: string;
  /** The value, as people read it in a message. */
  expected: string;
  /** Default: equality with `expected`. */
  accepts?: (value: string | undefined) => boolean;
  /** Whether Pods lose their network, or agents do not start, when it is another. */
  isVital: boolean;
};

const vital = (key: string, expected: string): CiliumConfigKey => ({
  key,
  expected,
  isVital: true,
});

const advised = (key: string, expected: string): CiliumConfigKey => ({
  key,
  expected,
  isVital: false,
});

/**
 * The keys that decide whether Cilium works on TKE, as the chart writes them from the values of both
 * profiles (rendered from the charts 1.18.3 to 1.20.0).
 *
 * @remarks
 * `cni-exclusive` is not among them: the chart leaves it out when `customConf` is set. Neither is
 * `enable-ipv4-masquerade`, which is an option of the install; see `checkMasquerade`.
 */
export const EXPECTED_CILIUM_CONFIG: readonly CiliumConfigKey[] = [
  vital('cni-chaining-mode', 'generic-veth'),
  vital('custom-cni-conf', 'true'),
  vital('read-cni-conf', `/tmp/cni-configuration/${CNI_CONFIG}`),
  // 05 sorts behind 00-multus.conf, which is why tke-cni-agent has to be gone.
  vital('write-cni-conf-when-ready', '/host/etc/cni/net.d/05-cilium.conflist'),
  vital('cni-external-routing', 'true'),
  vital('ipam', 'delegated-plugin'),
  {
    // The agent exits without it; outside 169.254.0.0/16 it can be the address of a Pod or node.
    key: 'local-router-ipv4',
    expected: 'an address in 169.254.0.0/16',
    accepts: value => /^169\.254\.\d{1,3}\.\d{1,3}$/.test(value ?? ''),
    isVital: true,
  },
  vital('routing-mode', 'native'),
  vital('enable-endpoint-routes', 'true'),
  // The agent exits with it under ipam=delegated-plugin.
  vital('enable-endpoint-health-checking', 'false'),
  vital('kube-proxy-replacement', 'true'),
  // BPF host routing goes around the rules by which VPC-CNI routes the secondary interfaces.
  advised('enable-host-legacy-routing', 'true'),
  advised('devices', 'eth+'),
  advised('agent-not-ready-taint-key', AGENT_NOT_READY_TAINT),
  advised('remove-cilium-node-taints', 'true'),
  advised('set-cilium-node-taints', 'true'),
  advised('set-cilium-is-up-condition', 'true'),
  {
    // Seconds until the chart 1.18; with a unit (`15s`) since 1.19.
    key: 'unmanaged-pod-watcher-interval',
    expected: 'an interval above 0',
    accepts: value => parseFloat(value ?? '') > 0,
    isVital: false,
  },
];
