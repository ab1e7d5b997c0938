terraform {
  required_version = ">= 1.5, < 2"

  required_providers {
    tencentcloud = {
      source  = "tencentcloudstack/tencentcloud"
      version = "1.83.25"
    }
  }
}

provider "tencentcloud" {
  region = var.region
}
