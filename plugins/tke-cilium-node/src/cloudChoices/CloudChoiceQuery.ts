import type { CloudChoiceKind } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { CloudPhase } from '../cloudPhases/CloudPhase';

/** What to choose from, of what there is in an account and region. @public */
export type CloudChoiceQuery = {
  kind: Exclude<CloudChoiceKind, 'accounts'>;
  /** Only subnets of this VPC. */
  vpcId?: string;
  /** Only subnets of the VPC of this cluster. */
  clusterId?: string;
  /** Only instance types and families that are sold in this zone, or were. */
  zone?: string;
};

/** The account and region that are asked, and how to stop asking. */
export type Asked = Pick<CloudPhase, 'cloud' | 'signal'>;
