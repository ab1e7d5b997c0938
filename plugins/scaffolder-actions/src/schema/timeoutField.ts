import type { z as Zod } from 'zod/v3';

/** Long enough for a rollout with slow image pulls; short enough not to hold one of the few task slots. */
export const DEFAULT_TIMEOUT_SECONDS = 900;

/** Input of the actions that wait. */
export const timeoutField = {
  timeoutSeconds: (z: typeof Zod) =>
    z
      .number({
        description: `How long the step may wait, in seconds. Default: ${DEFAULT_TIMEOUT_SECONDS}.`,
      })
      .int()
      .min(1)
      .optional(),
};
