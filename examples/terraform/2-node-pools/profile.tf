locals {
  # What the install profiles say about node pools. Native nodes come with TencentOS 3 unless an
  # annotation asks for TencentOS 4, whose kernel Cilium needs.
  profiles = {
    "guide-2025-11" = {
      machine_annotations = { "node.tke.cloud.tencent.com/beta-image" = "ts4-public" }
      startup_taint       = false
    }
    "guide-2026-08" = {
      machine_annotations = { "node.tke.cloud.tencent.com/image-label" = "ts4-public" }
      startup_taint       = true
    }
  }
  machine_annotations = local.profiles[var.profile].machine_annotations

  # Keeps Pods off a node until its Cilium agent is ready, which removes it.
  startup_taints = local.profiles[var.profile].startup_taint ? [
    { key = "node.cilium.io/agent-not-ready", value = "true", effect = "NoSchedule" },
  ] : []
}
