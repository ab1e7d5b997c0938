/** What is said of a version of Cilium that `KUBERNETES_COMPATIBILITY` does not know. */
export function sayCompatibilityUnknown(versions: {
  kubernetesVersion: string;
  chartVersion: string;
}): string {
  return `It is not known which versions of Kubernetes Cilium ${versions.chartVersion} is tested with; the cluster runs ${versions.kubernetesVersion}.`;
}
