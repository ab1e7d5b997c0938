variable "region" {
  description = "Region of the cluster, for example ap-guangzhou."
  type        = string
}

variable "name" {
  description = "Name of the cluster."
  type        = string
}

variable "profile" {
  description = "Install profile that Cilium will be installed with."
  type        = string
  default     = "guide-2026-08"

  validation {
    condition     = contains(["guide-2025-11", "guide-2026-08"], var.profile)
    error_message = "Choose guide-2025-11 or guide-2026-08."
  }
}

variable "kubernetes_version" {
  description = "Kubernetes version that TKE offers. Cilium 1.18 needs 1.30 or later."
  type        = string
  default     = "1.32.2"

  validation {
    condition     = tonumber(split(".", var.kubernetes_version)[1]) >= 30
    error_message = "Cilium on TKE needs Kubernetes 1.30 or later."
  }
}

variable "cluster_level" {
  description = "Size of the managed control plane: L5, L20, L50, L100, L200, L500, L1000, L3000 or L5000. It has a price."
  type        = string
  default     = "L5"
}

variable "vpc_id" {
  description = "VPC of the cluster."
  type        = string
}

variable "node_subnet_id" {
  description = "Subnet of the API server's internal load balancer and of the bootstrap super node."
  type        = string
}

variable "pod_subnet_ids" {
  description = "Subnets that Pods get their addresses from (VPC-CNI)."
  type        = list(string)

  validation {
    condition     = length(var.pod_subnet_ids) > 0
    error_message = "VPC-CNI needs at least one Pod subnet."
  }
}

variable "service_cidr" {
  description = "Addresses of Services, outside of the VPC's own, with a mask of 17 to 27 bits."
  type        = string

  validation {
    condition     = can(cidrhost(var.service_cidr, 0)) && tonumber(split("/", var.service_cidr)[1]) >= 17 && tonumber(split("/", var.service_cidr)[1]) <= 27
    error_message = "Give an IPv4 CIDR with a mask of 17 to 27 bits."
  }
}

variable "security_group_id" {
  description = "Security group of the bootstrap super node and, with public access, of the API server's load balancer."
  type        = string
}

variable "karpenter" {
  description = "Install the Karpenter addon. It and the cluster-autoscaler of the other pools exclude each other."
  type        = bool
  default     = false
}

variable "public_access" {
  description = "Open the API server to the Internet instead of the VPC. The super node has to stay as long as this is open."
  type        = bool
  default     = false
}

variable "bootstrap_super_node" {
  description = "Keep the bootstrap super node. Set it to false when the cluster has nodes of its own and public_access is off."
  type        = bool
  default     = true
}

variable "deletion_protection" {
  description = "Refuse to delete the cluster."
  type        = bool
  default     = true
}
