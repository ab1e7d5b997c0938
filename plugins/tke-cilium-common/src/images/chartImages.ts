/** An image that the Cilium chart can deploy. */
export type ChartImage = {
  /** Where the chart keeps it: the value that holds `repository`, `tag` and `digest`. */
  path: string[];
  /** The chart's own repository. */
  upstream: string;
  /** A public copy for what is not on quay.io. Without one TKE nodes pull the upstream image. */
  mirror?: string;
  /** Whether the guide's install command redirects it. */
  installed?: boolean;
};

/**
 * Every image of the chart, in the order of the guide's list ("镜像拉取失败？").
 *
 * The init image of SPIRE is not in that list: TKE nodes pull docker.io through a mirror of their own.
 * It counts for a registry of one's own, which may be the only one that the nodes reach.
 */
export const CHART_IMAGES: readonly ChartImage[] = [
  { path: ['image'], upstream: 'quay.io/cilium/cilium', installed: true },
  {
    path: ['envoy', 'image'],
    upstream: 'quay.io/cilium/cilium-envoy',
    installed: true,
  },
  {
    path: ['operator', 'image'],
    upstream: 'quay.io/cilium/operator',
    installed: true,
  },
  { path: ['certgen', 'image'], upstream: 'quay.io/cilium/certgen' },
  {
    path: ['hubble', 'relay', 'image'],
    upstream: 'quay.io/cilium/hubble-relay',
  },
  {
    path: ['hubble', 'ui', 'backend', 'image'],
    upstream: 'quay.io/cilium/hubble-ui-backend',
  },
  {
    path: ['hubble', 'ui', 'frontend', 'image'],
    upstream: 'quay.io/cilium/hubble-ui',
  },
  { path: ['nodeinit', 'image'], upstream: 'quay.io/cilium/startup-script' },
  { path: ['preflight', 'image'], upstream: 'quay.io/cilium/cilium' },
  {
    path: ['preflight', 'envoy', 'image'],
    upstream: 'quay.io/cilium/cilium-envoy',
  },
  {
    path: ['clustermesh', 'apiserver', 'image'],
    upstream: 'quay.io/cilium/clustermesh-apiserver',
  },
  {
    path: ['authentication', 'mutual', 'spire', 'install', 'agent', 'image'],
    upstream: 'ghcr.io/spiffe/spire-agent',
    mirror: 'docker.io/k8smirror/spire-agent',
  },
  {
    path: ['authentication', 'mutual', 'spire', 'install', 'server', 'image'],
    upstream: 'ghcr.io/spiffe/spire-server',
    mirror: 'docker.io/k8smirror/spire-server',
  },
  {
    path: ['authentication', 'mutual', 'spire', 'install', 'initImage'],
    upstream: 'docker.io/library/busybox',
  },
];
