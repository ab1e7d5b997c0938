import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { CLOUD_CHOICE_KINDS } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** What a template may say about the field, and what the field enters into the form. */
export const cloudChoiceSchema = makeFieldSchema({
  output: z => z.union([z.string(), z.array(z.string())]),
  uiOptions: z =>
    z.object({
      kind: z.enum(CLOUD_CHOICE_KINDS).describe('What to choose from'),
      cluster: z
        .string()
        .optional()
        .describe(
          'Name of the value of the form with the reference of the entity of a cluster, in whose account, region and VPC to look, instead of those in the values account, region and vpcId',
        ),
      subnet: z
        .string()
        .optional()
        .describe(
          'For instance types and families: name of the value of the form with the subnet, or subnets, in whose zones they have to be sold',
        ),
    }),
});
