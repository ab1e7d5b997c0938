# The provider opens an endpoint only when a node is running. A super node is the only kind that may
# be there before Cilium is: it has no CNI configuration that would be left over.
resource "tencentcloud_kubernetes_serverless_node_pool" "bootstrap" {
  count = var.bootstrap_super_node || var.public_access ? 1 : 0

  cluster_id         = tencentcloud_kubernetes_cluster.this.id
  name               = "bootstrap"
  security_group_ids = [var.security_group_id]

  serverless_nodes {
    display_name = "bootstrap-0"
    subnet_id    = var.node_subnet_id
  }
}

resource "tencentcloud_kubernetes_cluster_endpoint" "this" {
  cluster_id = tencentcloud_kubernetes_cluster.this.id

  cluster_intranet           = !var.public_access
  cluster_intranet_subnet_id = var.public_access ? null : var.node_subnet_id

  cluster_internet                = var.public_access
  cluster_internet_security_group = var.public_access ? var.security_group_id : null
  extensive_parameters = var.public_access ? jsonencode({
    InternetAccessible = {
      InternetChargeType      = "TRAFFIC_POSTPAID_BY_HOUR"
      InternetMaxBandwidthOut = 10
    }
  }) : null

  depends_on = [tencentcloud_kubernetes_serverless_node_pool.bootstrap]
}
