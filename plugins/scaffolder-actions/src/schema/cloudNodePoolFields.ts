import type { z as Zod } from 'zod/v3';
import { nodeFields } from './nodeFields';

/** Input that describes a native or regular node pool. */
export const cloudNodePoolFields = {
  name: (z: typeof Zod) =>
    z.string({
      description:
        'Name of the pool, up to 25 characters. An existing pool of this name is left as it is.',
    }),
  subnetIds: (z: typeof Zod) =>
    z.array(z.string(), {
      description: 'Subnets of the VPC that the nodes are put into.',
    }),
  securityGroupIds: (z: typeof Zod) =>
    z.array(z.string(), { description: 'Security groups of the nodes.' }),
  sshKeyIds: (z: typeof Zod) =>
    z.array(z.string(), { description: 'SSH keys of the nodes.' }),
  replicas: (z: typeof Zod) =>
    z.number({ description: 'Number of nodes to begin with.' }).int(),
  minimumReplicas: (z: typeof Zod) =>
    z
      .number({ description: 'At least this many nodes. Default: 0.' })
      .int()
      .optional(),
  maximumReplicas: (z: typeof Zod) =>
    z
      .number({
        description:
          'At most this many nodes. Default: as many as to begin with.',
      })
      .int()
      .optional(),
  diskSize: (z: typeof Zod) =>
    z
      .number({ description: 'Size of the system disk in GiB. Default: 50.' })
      .int()
      .optional(),
  ...nodeFields,
  waitForNodes: (z: typeof Zod) =>
    z
      .number({
        description:
          'Wait until the pool has this many ready nodes. Default: 0.',
      })
      .int()
      .min(0)
      .optional(),
};
