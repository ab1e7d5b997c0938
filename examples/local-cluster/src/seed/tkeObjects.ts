import type { KubernetesObject } from '../api/kubernetesObject';
import { apiServerAddress } from './apiServerEndpoints';
import type { SeedOptions } from './types';
import { configMap, daemonSet, deployment } from './workload';

const IMAGES = 'ccr.ccs.tencentyun.com/tkeimages';
const DEFAULT_ENI_AGENT_VERSION = 'v3.7.5';

/** What TKE puts into kube-system of a new cluster. */
export function tkeObjects(
  clusterId: string,
  options: SeedOptions = {},
): KubernetesObject[] {
  const network = options.network ?? 'vpc-cni';
  return [
    ...coreDns(),
    ...cniAgent(network),
    ...(network === 'dataplane-v2' ? [] : kubeProxy(clusterId)),
    ...(options.ipMasqAgent === false ? [] : ipMasqAgent()),
    ...(network === 'global-router'
      ? bridgeAgent()
      : eniAgent(options.eniAgentVersion, network === 'dataplane-v2')),
    ...(network === 'dataplane-v2' ? tencentCilium() : []),
    ...(options.foreignCilium ? foreignCilium() : []),
  ];
}

function eniAgent(
  version = DEFAULT_ENI_AGENT_VERSION,
  dataPlaneV2: boolean,
): KubernetesObject[] {
  const tag = version.startsWith('v') ? version : `v${version}`;
  return [
    daemonSet({
      name: 'tke-eni-agent',
      labels: { app: 'tke-eni-agent' },
      containers: [
        {
          name: 'tke-eni-agent',
          image: `${IMAGES}/tke-eni-agent:${tag}`,
          command: ['/tke-eni-agent'],
          volumeMounts: [{ name: 'cni-bin', mountPath: '/host/opt/cni/bin' }],
        },
        // With DataPlaneV2 the addon eniipamd runs Cilium beside its own agent.
        ...(dataPlaneV2
          ? [{ name: 'cilium-agent', image: `${IMAGES}/cilium:v1.10.12-tke.3` }]
          : []),
      ],
      volumes: [{ name: 'cni-bin', hostPath: { path: '/opt/cni/bin' } }],
    }),
  ];
}

function cniAgent(
  network: NonNullable<SeedOptions['network']>,
): KubernetesObject[] {
  const plugin = network === 'global-router' ? 'tke-bridge' : 'tke-route-eni';
  return [
    configMap('tke-cni-agent-conf', {
      '00-multus.conf': JSON.stringify({
        cniVersion: '0.3.1',
        name: 'multus-cni',
        type: 'multus',
        kubeconfig: '/etc/kubernetes/tke-cni-kubeconfig',
        defaultDelegates: plugin,
        logLevel: 'info',
      }),
    }),
    daemonSet({
      name: 'tke-cni-agent',
      containers: [
        {
          name: 'tke-cni-agent',
          image: `${IMAGES}/tke-cni-agent:v0.1.2`,
          command: ['/bin/sh', '-c', '/tke-cni-agent/install.sh'],
          volumeMounts: [
            { name: 'cni-conf', mountPath: '/host/etc/cni/net.d' },
            { name: 'cni-bin', mountPath: '/host/opt/cni/bin' },
            { name: 'conf', mountPath: '/etc/tke-cni-agent-conf' },
          ],
        },
      ],
      volumes: [
        { name: 'cni-conf', hostPath: { path: '/etc/cni/net.d' } },
        { name: 'cni-bin', hostPath: { path: '/opt/cni/bin' } },
        { name: 'conf', configMap: { name: 'tke-cni-agent-conf' } },
      ],
    }),
  ];
}

function kubeProxy(clusterId: string): KubernetesObject[] {
  const { host, port } = apiServerAddress(clusterId);
  return [
    configMap('kube-proxy', {
      'kubeconfig.conf': `apiVersion: v1
kind: Config
clusters:
  - name: default
    cluster:
      server: https://${host}:${port}
`,
    }),
    daemonSet({
      name: 'kube-proxy',
      containers: [
        {
          name: 'kube-proxy',
          image: `${IMAGES}/kube-proxy:v1.34.1-tke.3`,
          command: ['kube-proxy', '--proxy-mode=iptables'],
          volumeMounts: [
            { name: 'kubeconfig', mountPath: '/var/lib/kube-proxy' },
          ],
        },
      ],
      volumes: [{ name: 'kubeconfig', configMap: { name: 'kube-proxy' } }],
    }),
  ];
}

function ipMasqAgent(): KubernetesObject[] {
  return [
    configMap('ip-masq-agent-config', {
      config: JSON.stringify({
        NonMasqueradeCIDRs: ['10.10.0.0/16', '172.22.0.0/16'],
        MasqLinkLocal: true,
        ResyncInterval: '1m0s',
      }),
    }),
    daemonSet({
      name: 'ip-masq-agent',
      containers: [
        { name: 'ip-masq-agent', image: `${IMAGES}/ip-masq-agent:v2.6.2` },
      ],
      volumes: [
        { name: 'config', configMap: { name: 'ip-masq-agent-config' } },
      ],
    }),
  ];
}

function bridgeAgent(): KubernetesObject[] {
  return [
    daemonSet({
      name: 'tke-bridge-agent',
      containers: [
        {
          name: 'tke-bridge-agent',
          image: `${IMAGES}/tke-bridge-agent:v0.2.0`,
        },
      ],
    }),
  ];
}

function coreDns(): KubernetesObject[] {
  return [
    configMap('coredns', {
      Corefile:
        '.:53 {\n  kubernetes cluster.local\n  forward . /etc/resolv.conf\n}\n',
    }),
    deployment({
      name: 'coredns',
      labels: { 'k8s-app': 'kube-dns' },
      replicas: 2,
      containers: [{ name: 'coredns', image: `${IMAGES}/coredns:v1.12.1` }],
    }),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'kube-dns',
        namespace: 'kube-system',
        labels: { 'k8s-app': 'kube-dns' },
      },
      spec: {
        selector: { 'k8s-app': 'kube-dns' },
        ports: [{ name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 }],
      },
    },
  ];
}

/** Tencent's own Cilium, which DataPlaneV2 brings: no Helm release stands behind it. */
function tencentCilium(): KubernetesObject[] {
  return [
    configMap('cilium-config', {
      'cni-chaining-mode': 'generic-veth',
      'kube-proxy-replacement': 'strict',
    }),
  ];
}

/** A Cilium that somebody installed with plain manifests. */
function foreignCilium(): KubernetesObject[] {
  return [
    configMap('cilium-config', {
      'kube-proxy-replacement': 'true',
      ipam: 'cluster-pool',
    }),
    daemonSet({
      name: 'cilium',
      labels: { 'k8s-app': 'cilium' },
      containers: [
        { name: 'cilium-agent', image: 'quay.io/cilium/cilium:v1.16.5' },
      ],
    }),
    deployment({
      name: 'cilium-operator',
      labels: { 'io.cilium/app': 'operator', name: 'cilium-operator' },
      replicas: 1,
      hostNetwork: true,
      containers: [
        {
          name: 'cilium-operator',
          image: 'quay.io/cilium/operator-generic:v1.16.5',
        },
      ],
    }),
  ];
}
