import {
  INSTALL_PROFILES,
  InstallProfileName,
  READINESS_PHASES,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { z as Zod } from 'zod/v3';

/** Input that names a cluster. */
export const clusterIdField = (z: typeof Zod) =>
  z
    .string()
    .regex(/^cls-[a-z0-9]{8}$/)
    .describe('TKE id of the cluster, for example cls-1a2b3c4d.');

/** What readiness adds up to. */
export const phaseField = (z: typeof Zod) =>
  z
    .enum(READINESS_PHASES)
    .describe(
      'Ready: all is fine. WaitingForNodes and Progressing: on the way. Degraded and Failed: look at the problems. Unreachable: what is told is what was last known.',
    );

/** Something that needs attention. */
export const problemField = (z: typeof Zod) =>
  z.object({
    code: z.string().describe('Stable. explain-problem tells more about it.'),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string().describe('What is wrong, naming the object.'),
    remedy: z.string().describe('What to do about it.'),
    docsUrl: z.string().optional(),
  });

/** An install profile. */
export const profileField = (z: typeof Zod) =>
  z
    .enum(
      Object.keys(INSTALL_PROFILES) as [
        InstallProfileName,
        ...InstallProfileName[],
      ],
    )
    .optional()
    .describe('Install profile to check for. Default: the newest.');
