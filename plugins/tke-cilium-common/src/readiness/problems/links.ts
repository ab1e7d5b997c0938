/** Pages that the problems point to. */
export const LINKS = {
  guide:
    'https://github.com/imroc/tke-guide/blob/main/docs/networking/cilium/install.md',
  nativeRouting:
    'https://github.com/imroc/tke-guide/blob/main/docs/networking/cilium/appendix/native-routing.md',
  operationNotPermitted:
    'https://github.com/imroc/tke-guide/blob/main/docs/networking/cilium/appendix/troubleshooting/connect-apiserver-operation-not-permitted.md',
  verifiedOs:
    'https://github.com/imroc/tke-guide/blob/main/docs/networking/cilium/appendix/verified-os.md',
  troubleshooting:
    'https://docs.cilium.io/en/stable/operations/troubleshooting/',
  kubernetesCompatibility:
    'https://docs.cilium.io/en/stable/network/kubernetes/compatibility/',
  taints: 'https://docs.cilium.io/en/stable/installation/taints/',
  images: 'https://kubernetes.io/docs/concepts/containers/images/',
  nodes: 'https://kubernetes.io/docs/concepts/architecture/nodes/',
  rbac: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
  helmInstall: 'https://helm.sh/docs/intro/install/',
  helmRollback: 'https://helm.sh/docs/helm/helm_rollback/',
  tkeAddons: 'https://cloud.tencent.com/document/product/457/51095',
  tkeKarpenter: 'https://cloud.tencent.com/document/product/457/111805',
  clusterAccess: 'https://cloud.tencent.com/document/product/457/32191',
  createCluster: 'https://cloud.tencent.com/document/product/457/32189',
} as const;
