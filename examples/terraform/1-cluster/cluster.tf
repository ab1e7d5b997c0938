resource "tencentcloud_kubernetes_cluster" "this" {
  cluster_name        = var.name
  cluster_deploy_type = "MANAGED_CLUSTER"
  cluster_level       = var.cluster_level
  cluster_version     = var.kubernetes_version
  cluster_os          = "tlinux4_x86_64_public"
  container_runtime   = "containerd"
  deletion_protection = var.deletion_protection

  vpc_id         = var.vpc_id
  network_type   = "VPC-CNI"
  vpc_cni_type   = "tke-route-eni"
  eni_subnet_ids = var.pod_subnet_ids
  service_cidr   = var.service_cidr

  # Not a default: the provider would send 256 whatever the mask of service_cidr is.
  cluster_max_service_num = pow(2, 32 - tonumber(split("/", var.service_cidr)[1]))

  # Karpenter takes the changing number of free addresses for a lack of nodes in the other mode.
  is_non_static_ip_mode = !var.karpenter

  # Cilium cannot be installed on DataPlaneV2, which is a Cilium of TKE's own.
  data_plane_v2 = false

  # The newer guide keeps ip-masq-agent's ConfigMap and switches the DaemonSet off after the install.
  disable_addons = var.profile == "guide-2025-11" ? ["ip-masq-agent"] : []

  dynamic "extension_addon" {
    for_each = var.karpenter ? [1] : []
    content {
      name = "karpenter"
      param = jsonencode({
        kind = "App"
        spec = { chart = { chartName = "karpenter" } }
      })
    }
  }

  # cluster_internet and cluster_intranet stay unset: they demand nodes, which must not be there
  # before Cilium is, and exclude the endpoint resource.
}
