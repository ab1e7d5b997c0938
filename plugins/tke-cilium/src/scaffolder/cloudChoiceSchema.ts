import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { CLOUD_CHOICE_KINDS } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** What a template may say about the field, and what the field enters into the form. */
export const cloudChoiceSchema = makeFieldSchema({
  output: z => z.union([z.string(), z.array(z.string())]),
  uiOptions: z =>
    z.object({
      kind: z.enum(CLOUD_CHOICE_KINDS).describe('What to choose from'),
      subnet: z
        .string()
        .optional()
        .describe(
          'For instance types and families: name of the value of the form with the subnet, or subnets, in whose zones they have to be sold',
        ),
    }),
});
