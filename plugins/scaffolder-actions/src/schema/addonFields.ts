import type { z as Zod } from 'zod/v3';

/** Input that names an addon of TKE. */
export const addonFields = {
  addon: (z: typeof Zod) =>
    z.string({
      description: 'Name of the addon, for example eniipamd or karpenter.',
    }),
  minimumVersion: (z: typeof Zod) =>
    z
      .string({
        description:
          'An installed addon of at least this version is new enough. Default: any is.',
      })
      .optional(),
};
