import { ConflictError } from '@backstage/errors';
import {
  buildCniConfigMap,
  CILIUM_NAMESPACE,
  CNI_CONFIG,
  compareCniConfig,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { isKubernetesError } from '../kubernetes/KubernetesError';
import { KubernetesObject } from '../kubernetes/types';
import { configMap } from '../kubernetes/workloads';
import { PhaseContext, PhaseResult } from './Phase';
import { restartOutdatedWorkloads } from './restartOutdatedWorkloads';
import { Phase, runPhase } from './runPhase';
import { withPhaseLock } from './withPhaseLock';

const NAME = 'tke:cilium:apply-cni-config';
const OBJECT = `ConfigMap ${CILIUM_NAMESPACE}/${CNI_CONFIG}`;

type ConfigMap = KubernetesObject & { data?: Record<string, string> };

/** Input of {@link applyCniConfig}. @public */
export type ApplyCniConfigInput = {
  /** Take the ConfigMap over when somebody else wrote another content into it. */
  force?: boolean;
};

/**
 * Writes the guide's CNI chain into the ConfigMap `kube-system/cni-config`, by server-side apply.
 * Agents that run with another content are restarted: they read it when they start.
 *
 * @public
 */
export async function applyCniConfig(
  context: PhaseContext,
  input: ApplyCniConfigInput,
): Promise<PhaseResult> {
  return runPhase(NAME, context, async phase =>
    withPhaseLock(phase, NAME, async locked => {
      const before = await readConfigMap(locked);
      const { matches, difference } = compareCniConfig(before?.data);
      if (!matches) {
        await apply(locked, input, difference);
      }
      if (locked.dryRun) {
        return {
          changed: !matches,
          summary: matches
            ? `Already so: ${OBJECT} holds the CNI chain`
            : `Would ${before ? 'change' : 'create'} ${OBJECT}`,
        };
      }
      const restarted = await restartOutdatedWorkloads(locked);
      return {
        changed: !matches || restarted.length > 0,
        summary: [
          matches
            ? `Already so: ${OBJECT} holds the CNI chain`
            : `${before ? 'Changed' : 'Created'} ${OBJECT}`,
          ...(restarted.length
            ? [`restarted ${restarted.join(' and ')} to use it`]
            : []),
        ].join('; '),
      };
    }),
  );
}

async function readConfigMap(phase: Phase): Promise<ConfigMap | undefined> {
  return phase.connection.kubernetes.get<ConfigMap>(configMap(CNI_CONFIG), {
    signal: phase.signal,
  });
}

async function apply(
  phase: Phase,
  input: ApplyCniConfigInput,
  difference: string | undefined,
): Promise<void> {
  const { connection, signal, dryRun, log } = phase;
  try {
    await connection.kubernetes.apply(
      configMap(CNI_CONFIG),
      buildCniConfigMap(),
      { signal, dryRun, force: input.force },
    );
  } catch (error) {
    if (isKubernetesError(error) && error.status === 409) {
      throw new ConflictError(
        `${OBJECT} was written by somebody else and differs: ${difference} Delete it, correct it, or run the phase with force to take it over.`,
        error,
      );
    }
    throw error;
  }
  log.info(`${OBJECT}: ${dryRun ? 'the server accepts it' : 'written'}`);
}
