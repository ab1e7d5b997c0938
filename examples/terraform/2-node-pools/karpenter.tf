resource "kubernetes_manifest" "node_class" {
  count = var.karpenter_pool == null ? 0 : 1

  manifest = {
    apiVersion = "karpenter.k8s.tke/v1beta1"
    kind       = "TKEMachineNodeClass"
    metadata   = { name = var.karpenter_pool.name }
    spec = {
      subnetSelectorTerms        = [for id in var.subnet_ids : { id = id }]
      securityGroupSelectorTerms = [for id in var.security_group_ids : { id = id }]
      sshKeySelectorTerms        = [for id in var.ssh_key_ids : { id = id }]
    }
  }
}

resource "kubernetes_manifest" "node_pool" {
  count = var.karpenter_pool == null ? 0 : 1

  manifest = {
    apiVersion = "karpenter.sh/v1"
    kind       = "NodePool"
    metadata   = { name = var.karpenter_pool.name }
    spec = {
      disruption = {
        consolidationPolicy = "WhenEmptyOrUnderutilized"
        consolidateAfter    = "5m"
        budgets             = [{ nodes = "10%" }]
      }
      template = {
        metadata = {
          annotations = {
            "beta.karpenter.k8s.tke.machine.spec/annotations" = join(",", [for key, value in local.machine_annotations : "${key}=${value}"])
          }
        }
        spec = {
          requirements = [
            { key = "kubernetes.io/arch", operator = "In", values = ["amd64"] },
            { key = "kubernetes.io/os", operator = "In", values = ["linux"] },
            { key = "karpenter.k8s.tke/instance-family", operator = "In", values = var.karpenter_pool.instance_families },
            { key = "karpenter.sh/capacity-type", operator = "In", values = ["on-demand"] },
            { key = "karpenter.k8s.tke/instance-cpu", operator = "Gt", values = [tostring(var.karpenter_pool.minimum_cpu - 1)] },
          ]
          nodeClassRef = {
            group = "karpenter.k8s.tke"
            kind  = "TKEMachineNodeClass"
            name  = var.karpenter_pool.name
          }
          # Without a value, as the operator of Cilium sets it. Karpenter does not know this taint and
          # would make node after node for the same Pods.
          startupTaints = [for taint in local.startup_taints : { key = taint.key, effect = taint.effect }]
        }
      }
      limits = { cpu = var.karpenter_pool.cpu_limit }
    }
  }

  depends_on = [kubernetes_manifest.node_class]
}
