import type { z as Zod } from 'zod/v3';

/** Output of the actions that judge a cluster. */
export const problemsField = {
  problems: (z: typeof Zod) =>
    z.array(
      z.object({
        code: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        message: z.string(),
        remedy: z.string(),
        docsUrl: z.string().optional(),
        parameters: z.record(z.union([z.string(), z.number()])).optional(),
      }),
      { description: 'What was found, and what to do about each.' },
    ),
};
