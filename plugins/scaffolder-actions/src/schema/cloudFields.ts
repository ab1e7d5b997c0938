import type { z as Zod } from 'zod/v3';

/** Input of every action that asks the cloud: where. */
export const cloudFields = {
  account: (z: typeof Zod) =>
    z.string({
      description:
        'Name of the Tencent Cloud account, one of tkeCilium.tencentCloud.accounts of the backend configuration.',
    }),
  region: (z: typeof Zod) =>
    z.string({
      description:
        'Region, for example ap-guangzhou: one of those of the account.',
    }),
};

/** Input of the actions that work on a cluster through the cloud. */
export const cloudClusterFields = {
  ...cloudFields,
  clusterId: (z: typeof Zod) =>
    z
      .string({
        description: 'TKE id of the cluster, for example cls-1a2b3c4d.',
      })
      .regex(/^cls-[a-z0-9]{8}$/),
};

/** Output of every action that asks the cloud. */
export const cloudPhaseFields = {
  changed: (z: typeof Zod) =>
    z.boolean({
      description:
        'Whether the step changed something, or in a dry run would have. False: everything was already so.',
    }),
  summary: (z: typeof Zod) =>
    z.string({ description: 'What the step did or found, in one sentence.' }),
};
