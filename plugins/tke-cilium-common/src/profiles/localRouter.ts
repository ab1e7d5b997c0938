/**
 * Address of `cilium_host` on every node. Cilium allocates none with delegated IPAM, and this one collides
 * with nothing on TKE. Source: the guide, "为什么要加 local-router-ipv4 配置？".
 */
export const GUIDE_LOCAL_ROUTER_IPV4 = '169.254.32.16';
