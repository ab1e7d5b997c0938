import { CILIUM_NAMESPACE, CNI_CONFIG } from '../vocabulary/names';

/**
 * The CNI chain: TKE's VPC-CNI plugin makes the interface, Cilium attaches to it.
 *
 * @remarks
 * Character for character what the guide's `cni-config.yaml` holds, so that an install by hand and one by
 * this product leave the same ConfigMap.
 */
const CNI_CHAIN = `{
  "cniVersion": "0.3.1",
  "name": "generic-veth",
  "plugins": [
    {
      "type": "tke-route-eni",
      "routeTable": 1,
      "disableIPv6": true,
      "mtu": 1500,
      "ipam": {
        "type": "tke-eni-ipamc",
        "backend": "127.0.0.1:61677"
      }
    },
    {
      "type": "cilium-cni",
      "chaining-mode": "generic-veth"
    }
  ]
}`;

/** A ConfigMap as it is sent to the API server. @public */
export type ConfigMapManifest = {
  apiVersion: 'v1';
  kind: 'ConfigMap';
  metadata: { name: string; namespace: string };
  data: Record<string, string>;
};

/**
 * The ConfigMap `kube-system/cni-config` of the guide.
 *
 * @public
 */
export function buildCniConfigMap(): ConfigMapManifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: CNI_CONFIG, namespace: CILIUM_NAMESPACE },
    data: { [CNI_CONFIG]: CNI_CHAIN },
  };
}
