import type { z as Zod } from 'zod/v3';

/** Input that describes the nodes of a pool of any kind. */
export const nodeFields = {
  labels: (z: typeof Zod) =>
    z.record(z.string()).describe('Labels of the nodes.').optional(),
  taints: (z: typeof Zod) =>
    z
      .array(
        z.object({
          key: z.string(),
          value: z.string().optional(),
          effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
        }),
        {
          description:
            'Taints of the nodes, besides the one that keeps Pods off until Cilium is ready.',
        },
      )
      .optional(),
};
