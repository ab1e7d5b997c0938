import type { z as Zod } from 'zod/v3';

/** Input of every action: which cluster. */
export const clusterFields = {
  clusterId: (z: typeof Zod) =>
    z
      .string({
        description:
          'TKE id of the cluster, for example cls-1a2b3c4d. It must be in tkeCilium.clusters of the backend configuration, or be added by its catalog entity.',
      })
      .regex(/^cls-[a-z0-9]{8}$/),
  clusterUid: (z: typeof Zod) =>
    z
      .string({
        description:
          'Output clusterUid of an earlier step. The step refuses to run when the cluster is another one by now.',
      })
      .optional(),
};

/** Output of every action. */
export const phaseFields = {
  changed: (z: typeof Zod) =>
    z.boolean({
      description:
        'Whether the step changed the cluster, or in a dry run would have changed it. False: everything was already so.',
    }),
  summary: (z: typeof Zod) =>
    z.string({ description: 'What the step did or found, in one sentence.' }),
  clusterUid: (z: typeof Zod) =>
    z.string({
      description:
        'Uid of the namespace kube-system, which stands for this very cluster. Hand it to the steps that follow.',
    }),
};
