variable "region" {
  description = "Region of the cluster."
  type        = string
}

variable "cluster_id" {
  description = "Output cluster_id of the first stage."
  type        = string

  validation {
    condition     = can(regex("^cls-[a-z0-9]{8}$", var.cluster_id))
    error_message = "A cluster id is cls- and eight lower-case letters or digits."
  }
}

variable "kubeconfig_path" {
  description = "File with the kubeconfig of the cluster. Only the Karpenter pool needs it."
  type        = string
  default     = null
}

variable "profile" {
  description = "Install profile that Cilium was installed with."
  type        = string
  default     = "guide-2026-08"

  validation {
    condition     = contains(["guide-2025-11", "guide-2026-08"], var.profile)
    error_message = "Choose guide-2025-11 or guide-2026-08."
  }
}

variable "vpc_id" {
  description = "VPC of the cluster. Only the regular pool needs it."
  type        = string
  default     = null
}

variable "subnet_ids" {
  description = "Subnets of the nodes."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of the nodes."
  type        = list(string)
}

variable "ssh_key_ids" {
  description = "SSH keys that may log in to the nodes."
  type        = list(string)
}

variable "native_pool" {
  description = "A pool of native nodes, which always run TencentOS. null: none."
  type = object({
    name           = optional(string, "cilium")
    instance_types = list(string)
    replicas       = optional(number, 2)
    min_replicas   = optional(number, 1)
    max_replicas   = optional(number, 5)
    disk_size      = optional(number, 50)
  })
  default = null
}

variable "regular_pool" {
  description = "A pool of regular nodes (CVM). null: none."
  type = object({
    name             = optional(string, "cilium-cvm")
    instance_type    = string
    os               = optional(string, "tlinux4_x86_64_public")
    desired_capacity = optional(number, 2)
    min_size         = optional(number, 1)
    max_size         = optional(number, 5)
    disk_size        = optional(number, 50)
  })
  default = null

  validation {
    condition     = var.regular_pool == null || contains(["tlinux4_x86_64_public", "ubuntu22.04x86_64", "ubuntu24.04x86_64"], try(var.regular_pool.os, ""))
    error_message = "Cilium needs kernel 5.10 or later: choose tlinux4_x86_64_public, ubuntu22.04x86_64 or ubuntu24.04x86_64."
  }
}

variable "karpenter_pool" {
  description = "A pool that Karpenter fills on demand. Needs the addon of the first stage. null: none."
  type = object({
    name              = optional(string, "default")
    instance_families = list(string)
    minimum_cpu       = optional(number, 2)
    cpu_limit         = optional(number, 100)
  })
  default = null
}
