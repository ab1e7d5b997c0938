resource "tencentcloud_kubernetes_native_node_pool" "this" {
  count = var.native_pool == null ? 0 : 1

  cluster_id = var.cluster_id
  name       = var.native_pool.name
  type       = "Native"

  dynamic "annotations" {
    for_each = local.machine_annotations
    content {
      name  = annotations.key
      value = annotations.value
    }
  }

  dynamic "taints" {
    for_each = local.startup_taints
    content {
      key    = taints.value.key
      value  = taints.value.value
      effect = taints.value.effect
    }
  }

  native {
    instance_charge_type = "POSTPAID_BY_HOUR"
    instance_types       = var.native_pool.instance_types
    subnet_ids           = var.subnet_ids
    security_group_ids   = var.security_group_ids
    key_ids              = var.ssh_key_ids
    replicas             = var.native_pool.replicas
    enable_autoscaling   = true
    auto_repair          = true

    scaling {
      min_replicas  = var.native_pool.min_replicas
      max_replicas  = var.native_pool.max_replicas
      create_policy = "ZoneEquality"
    }

    system_disk {
      disk_type = "CLOUD_BSSD"
      disk_size = var.native_pool.disk_size
    }
  }
}
