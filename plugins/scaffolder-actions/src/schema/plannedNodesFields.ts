import type { z as Zod } from 'zod/v3';

/** Input that says which nodes are going to follow a new cluster. */
export function plannedNodesFields(z: typeof Zod) {
  return {
    subnetIds: z.array(z.string(), {
      description: 'Subnets of the VPC that the nodes are put into.',
    }),
    securityGroupIds: z.array(z.string(), {
      description: 'Security groups of the nodes.',
    }),
    sshKeyIds: z
      .array(z.string(), { description: 'SSH keys of the nodes.' })
      .optional(),
    instanceTypes: z
      .array(z.string(), {
        description:
          'Types of native or regular nodes. One that is sold in a zone of the subnets is enough.',
      })
      .optional(),
    instanceFamilies: z
      .array(z.string(), {
        description:
          'Families of nodes that Karpenter makes. One that is sold in a zone of the subnets is enough.',
      })
      .optional(),
    replicas: z
      .number({ description: 'Number of nodes to begin with. Default: 0.' })
      .int()
      .min(0)
      .optional(),
  };
}
