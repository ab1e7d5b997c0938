import { ImageSource } from '../images/imageSources';

/**
 * What the guide's FAQ leaves to choose. Everything is optional; what is not given is as the profile says.
 *
 * @public
 */
export type InstallOptions = {
  /** Where the images come from. Default: TKE's mirror. */
  images?: ImageSource;
  /**
   * Batches CiliumEndpoints into CiliumEndpointSlices, for large clusters. Beta in Cilium 1.18; excludes the
   * egress gateway, and there is no smooth way back.
   */
  ciliumEndpointSlice?: boolean;
  /** Pods reach the Internet with the address of their node. */
  masquerade?: {
    /** Every CIDR of the VPC, secondary ones too: traffic into them keeps the Pod's address. */
    vpcCidrs: string[];
  };
  /** Copies of cilium-operator. They exclude each other on a node: a cluster with one node needs 1. */
  operatorReplicas?: number;
};
