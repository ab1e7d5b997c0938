terraform {
  required_version = ">= 1.5, < 2"

  required_providers {
    tencentcloud = {
      source  = "tencentcloudstack/tencentcloud"
      version = "1.83.25"
    }
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "2.38.0"
    }
  }
}

provider "tencentcloud" {
  region = var.region
}

provider "kubernetes" {
  config_path = var.kubeconfig_path
}
