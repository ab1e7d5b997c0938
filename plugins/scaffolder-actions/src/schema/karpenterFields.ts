import { KARPENTER_DISK_TYPES } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { z as Zod } from 'zod/v3';
import { nodeFields } from './nodeFields';

/** Input that describes a Karpenter node pool. */
export const karpenterFields = {
  name: (z: typeof Zod) =>
    z.string({
      description:
        'Name of the pool: of its NodePool and of its TKEMachineNodeClass. An existing pool of this name is changed.',
    }),
  subnetIds: (z: typeof Zod) =>
    z.array(z.string(), {
      description: 'Subnets of the VPC that the nodes are put into, 1 to 30.',
    }),
  securityGroupIds: (z: typeof Zod) =>
    z.array(z.string(), {
      description: 'Security groups of the nodes, 1 to 5.',
    }),
  sshKeyIds: (z: typeof Zod) =>
    z.array(z.string(), { description: 'SSH keys of the nodes, 1 to 30.' }),
  instanceFamilies: (z: typeof Zod) =>
    z.array(z.string(), {
      description:
        'Instance families, for example S5 and SA2. They have to be sold in the zones of the subnets.',
    }),
  capacityType: (z: typeof Zod) =>
    z
      .enum(['on-demand', 'spot'], {
        description: 'How the nodes are paid for. Default: on-demand.',
      })
      .optional(),
  minimumCpu: (z: typeof Zod) =>
    z
      .number({
        description: 'Smallest number of CPU cores of a node. Default: 2.',
      })
      .int()
      .optional(),
  cpuLimit: (z: typeof Zod) =>
    z
      .number({
        description:
          'The pool never has more CPU cores than this. Default: 100.',
      })
      .int()
      .optional(),
  systemDisk: (z: typeof Zod) =>
    z
      .object({
        size: z.number({ description: 'Size in GiB, 20 to 2048.' }).int(),
        type: z.enum(KARPENTER_DISK_TYPES).optional(),
      })
      .describe('Default: 50 GiB of CloudPremium.')
      .optional(),
  internetBandwidth: (z: typeof Zod) =>
    z
      .number({
        description:
          'Public bandwidth of each node in Mbit/s, 1 to 100. Default: no public address.',
      })
      .int()
      .optional(),
  ...nodeFields,
  consolidateAfter: (z: typeof Zod) =>
    z
      .string({
        description:
          'How long a node has to be idle before it is removed or replaced, for example 5m (default) or Never.',
      })
      .optional(),
};
