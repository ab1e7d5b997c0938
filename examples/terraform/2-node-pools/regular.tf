resource "tencentcloud_kubernetes_node_pool" "this" {
  count = var.regular_pool == null ? 0 : 1

  cluster_id = var.cluster_id
  name       = var.regular_pool.name
  node_os    = var.regular_pool.os
  vpc_id     = var.vpc_id
  subnet_ids = var.subnet_ids

  min_size                 = var.regular_pool.min_size
  max_size                 = var.regular_pool.max_size
  desired_capacity         = var.regular_pool.desired_capacity
  enable_auto_scale        = true
  retry_policy             = "INCREMENTAL_INTERVALS"
  multi_zone_subnet_policy = "EQUALITY"

  # The provider would keep the machines, and their price, when the pool is deleted.
  delete_keep_instance = false

  dynamic "taints" {
    for_each = local.startup_taints
    content {
      key    = taints.value.key
      value  = taints.value.value
      effect = taints.value.effect
    }
  }

  auto_scaling_config {
    instance_type              = var.regular_pool.instance_type
    system_disk_type           = "CLOUD_BSSD"
    system_disk_size           = var.regular_pool.disk_size
    orderly_security_group_ids = var.security_group_ids
    key_ids                    = var.ssh_key_ids
  }
}
