output "cluster_id" {
  description = "Id of the cluster: put it into the annotation tencentcloud.com/cluster-id of the catalog entity."
  value       = tencentcloud_kubernetes_cluster.this.id
}

output "kubeconfig" {
  description = "Kubeconfig for Backstage's tkeCilium.clusters. A secret, also in the state."
  value       = var.public_access ? tencentcloud_kubernetes_cluster_endpoint.this.kube_config : tencentcloud_kubernetes_cluster_endpoint.this.kube_config_intranet
  sensitive   = true
}
