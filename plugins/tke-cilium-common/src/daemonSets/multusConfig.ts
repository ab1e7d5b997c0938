/**
 * The CNI configuration that tke-cni-agent leaves on a node, as seen from inside its container.
 * While it is there it sorts before Cilium's `05-cilium.conflist` and wins.
 */
export const MULTUS_CONFIG_PATH = '/host/etc/cni/net.d/00-multus.conf';
