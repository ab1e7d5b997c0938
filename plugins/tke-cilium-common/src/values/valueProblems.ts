import { defineProblem } from '../readiness/problems/definition';
import { LINKS } from '../readiness/problems/links';

/** Where the agent refuses what it cannot do while TKE allocates the addresses. */
const DELEGATED_IPAM_SOURCE =
  'https://github.com/cilium/cilium/blob/v1.18.3/pkg/option/config.go#L3190';

const MASQUERADING =
  'https://docs.cilium.io/en/stable/network/concepts/masquerading/';

const EGRESS_GATEWAY =
  'https://docs.cilium.io/en/stable/network/egress-gateway/egress-gateway/';

/** Problems of Helm values and install options, told before Helm runs. */
export const VALUE_PROBLEMS = {
  'value-not-allowed': defineProblem<{
    path: string;
    found: string;
    expected: string;
    consequence: string;
  }>({
    severity: 'error',
    message: p =>
      `${p.path} is ${p.found} and must be ${p.expected}: ${p.consequence}.`,
    remedy: 'Remove it from your values; the profile sets it.',
    docsUrl: LINKS.guide,
  }),
  'local-router-ipv4-missing': defineProblem<{ found: string }>({
    severity: 'error',
    message: p =>
      `extraConfig.local-router-ipv4 is ${p.found}: the agents exit at start when TKE allocates the addresses.`,
    remedy: 'Remove it from your values; the profile sets it.',
    docsUrl: DELEGATED_IPAM_SOURCE,
  }),
  'local-router-ipv4-conflict': defineProblem<{
    address: string;
    conflict: string;
  }>({
    severity: 'error',
    message: p =>
      `extraConfig.local-router-ipv4 is ${p.address}, ${p.conflict}.`,
    remedy: 'Remove it from your values; the profile sets a free address.',
    docsUrl: LINKS.guide,
  }),
  'local-router-ipv4-changed': defineProblem<{
    address: string;
    expected: string;
  }>({
    severity: 'warning',
    message: p =>
      `extraConfig.local-router-ipv4 is ${p.address}; only ${p.expected} is known to be free on TKE nodes.`,
    remedy: 'Remove it from your values unless you are sure.',
    docsUrl: LINKS.guide,
  }),
  'local-router-ipv6-missing': defineProblem<{}>({
    severity: 'error',
    message: () =>
      'ipv6.enabled is on and extraConfig.local-router-ipv6 is not set: the agents exit at start when TKE allocates the addresses.',
    remedy: 'Remove ipv6.enabled from your values; the CNI chain has no IPv6.',
    docsUrl: DELEGATED_IPAM_SOURCE,
  }),
  'feature-needs-own-ipam': defineProblem<{ path: string; flag: string }>({
    severity: 'error',
    message: p =>
      `${p.path} cannot be used while TKE allocates the addresses: the agents exit at start (--${p.flag} must be disabled with --ipam=delegated-plugin).`,
    remedy:
      'Remove it from your values. Gateway API and Ingress need another controller here.',
    docsUrl: DELEGATED_IPAM_SOURCE,
  }),
  'sysctlfix-enabled': defineProblem<{}>({
    severity: 'warning',
    message: () =>
      'sysctlfix.enabled is on: its init container restarts systemd-sysctl, which can set rp_filter of eth0 back to 1 and drop the traffic of Pods.',
    remedy: 'Set sysctlfix.enabled to false, or use the profile guide-2026-08.',
    docsUrl: LINKS.nativeRouting,
  }),
  'api-server-host-differs': defineProblem<{ found: string; expected: string }>(
    {
      severity: 'error',
      message: p =>
        `k8sServiceHost is ${p.found}; the EndpointSlice of default/kubernetes says ${p.expected}.`,
      remedy:
        'Remove it from your values. The address of a load balancer must not be used: Cilium would intercept it and lose the API server.',
      docsUrl: LINKS.operationNotPermitted,
    },
  ),
  'api-server-port-differs': defineProblem<{ found: string; expected: number }>(
    {
      severity: 'error',
      message: p =>
        `k8sServicePort is ${p.found}; the EndpointSlice of default/kubernetes says ${p.expected}.`,
      remedy: 'Remove it from your values.',
    },
  ),
  'ip-masq-agent-without-bpf': defineProblem<{}>({
    severity: 'error',
    message: () =>
      'ipMasqAgent.enabled needs enableIPv4Masquerade and bpf.masquerade: the agents exit at start without them.',
    remedy:
      'Set enableIPv4Masquerade and bpf.masquerade to true, or remove ipMasqAgent.enabled.',
    docsUrl: MASQUERADING,
  }),
  'masquerade-without-cidrs': defineProblem<{}>({
    severity: 'error',
    message: () =>
      'enableIPv4Masquerade is on, and neither ipMasqAgent.enabled nor ipv4NativeRoutingCIDR says which addresses to leave alone: the agents exit at start.',
    remedy:
      'Use the option "masquerade" with every CIDR of the VPC, or set enableIPv4Masquerade to false.',
    docsUrl: MASQUERADING,
  }),
  'masquerade-without-bpf': defineProblem<{}>({
    severity: 'warning',
    message: () =>
      'enableIPv4Masquerade is on without bpf.masquerade: on TKE only the BPF version works.',
    remedy: 'Set bpf.masquerade to true.',
    docsUrl: MASQUERADING,
  }),
  'cidr-invalid': defineProblem<{
    path: string;
    cidr: string;
    reason: string;
  }>({
    severity: 'error',
    message: p => `${p.path} is "${p.cidr}": ${p.reason}.`,
    remedy: 'Correct the CIDR.',
  }),
  'vpc-cidrs-missing': defineProblem<{}>({
    severity: 'error',
    message: () =>
      'To reach the Internet through the node, the CIDRs of the VPC are needed.',
    remedy:
      'List every CIDR of the VPC, secondary ones too: traffic into one that is missing would be masqueraded.',
    docsUrl: MASQUERADING,
  }),
  'egress-gateway-excludes': defineProblem<{ path: string }>({
    severity: 'error',
    message: p => `egressGateway.enabled and ${p.path} exclude each other.`,
    remedy: 'Remove one of the two.',
    docsUrl: EGRESS_GATEWAY,
  }),
  'egress-gateway-needs': defineProblem<{ path: string }>({
    severity: 'error',
    message: p =>
      `egressGateway.enabled needs ${p.path}: the agents exit at start without it.`,
    remedy: 'Use the option "masquerade" with every CIDR of the VPC.',
    docsUrl: EGRESS_GATEWAY,
  }),
  'egress-gateway-without-ip-masq-agent': defineProblem<{}>({
    severity: 'warning',
    message: () =>
      'egressGateway.enabled is on without ipMasqAgent: traffic into secondary CIDRs of the VPC is masqueraded, and network policies no longer see which Pod it came from.',
    remedy:
      'Use the option "masquerade" with every CIDR of the VPC and the profile guide-2026-08.',
    docsUrl: EGRESS_GATEWAY,
  }),
  'cluster-name-invalid': defineProblem<{ name: string; reason: string }>({
    severity: 'error',
    message: p => `cluster.name "${p.name}" cannot be used: ${p.reason}.`,
    remedy: 'Use the id of the cluster, for example cls-a1b2c3d4.',
  }),
  'image-registry-invalid': defineProblem<{ registry: string }>({
    severity: 'error',
    message: p => `"${p.registry}" is not the address of an image registry.`,
    remedy:
      'Give host and optional path, without a scheme, for example my-registry.tencentcloudcr.com.',
    docsUrl: LINKS.images,
  }),
  'operator-replicas-invalid': defineProblem<{ replicas: number }>({
    severity: 'error',
    message: p => `The operator cannot have ${p.replicas} replicas.`,
    remedy: 'Give a whole number of 1 or more; the chart has 2.',
  }),
};
