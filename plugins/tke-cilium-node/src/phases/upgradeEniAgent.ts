import { ConflictError } from '@backstage/errors';
import {
  buildEniAgentImagePatch,
  ENI_AGENT_ADDON,
  isAtLeast,
  MINIMUM_ENI_AGENT_VERSION,
  parseImageReference,
  TKE_DAEMON_SETS,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { DaemonSet, daemonSet } from '../kubernetes/workloads';
import { missingDaemonSet } from './missingDaemonSet';
import { patchDaemonSet } from './patchDaemonSet';
import { PhaseContext, PhaseResult } from './Phase';
import { Phase, runPhase } from './runPhase';
import { waitForRollout } from './waitForRollout';
import { withPhaseLock } from './withPhaseLock';

const NAME = 'tke:cilium:upgrade-eni-agent';
const AGENT = TKE_DAEMON_SETS.eniAgent;

/** Input of {@link upgradeEniAgent}. @public */
export type UpgradeEniAgentInput = {
  /**
   * Image tag to set when the agent is too old, for example `v3.8.3`. The addon `eniipamd` owns the
   * image, and upgrading the addon is the better way.
   */
  imageVersion?: string;
  /**
   * Upgrades the addon when the agent is too old, where the cloud can be asked for it. Without this
   * and `imageVersion` an agent that is too old is an error.
   */
  upgradeAddon?: () => Promise<PhaseResult>;
  /** How long the rollout may take, in seconds. Default 600. */
  timeoutSeconds?: number;
};

/** Outcome of {@link upgradeEniAgent}. @public */
export type UpgradeEniAgentResult = PhaseResult & {
  /** The image after the phase; in a dry run, before it. */
  image: string;
};

/**
 * Makes tke-eni-agent new enough: below 3.8.0 its route tables collide with Cilium's 2004 and 2005
 * (the guide, "升级 tke-eni-agent"). Never a downgrade.
 *
 * @public
 */
export async function upgradeEniAgent(
  context: PhaseContext,
  input: UpgradeEniAgentInput,
): Promise<UpgradeEniAgentResult> {
  return runPhase(NAME, context, async phase => {
    const timeoutMs = (input.timeoutSeconds ?? 600) * 1000;
    const before = await readImage(phase);
    if (isNewEnough(before)) {
      if (!phase.dryRun) {
        await waitForRollout(phase, AGENT, timeoutMs);
      }
      return {
        changed: false,
        image: before,
        summary: `Already so: ${AGENT} has version ${
          parseImageReference(before).tag
        }, and ${MINIMUM_ENI_AGENT_VERSION} is enough`,
      };
    }
    const { imageVersion, upgradeAddon } = input;
    if (upgradeAddon) {
      const { summary } = await upgradeAddon();
      if (phase.dryRun) {
        return { changed: true, image: before, summary };
      }
      // The addon changes the DaemonSet a while after the cloud has noted its version.
      await waitForRollout(phase, AGENT, timeoutMs, object => {
        const found = imageOf(object);
        return isNewEnough(found) ? undefined : `its image is ${found}`;
      });
      const image = await readImage(phase);
      return {
        changed: true,
        image,
        summary: `${summary}, and ${AGENT} from ${before} to ${image}`,
      };
    }
    if (!imageVersion) {
      throw new ConflictError(
        `DaemonSet kube-system/${AGENT} has the image ${before}, and its version must be at least ${MINIMUM_ENI_AGENT_VERSION}: older ones use the route tables 2004 and 2005 that Cilium needs. Upgrade the addon ${ENI_AGENT_ADDON} in the TKE console, give the account and region of the cluster to have it upgraded here, or set an image version to have the image changed here.`,
      );
    }
    return withPhaseLock(phase, NAME, async locked => {
      const outcome = await patchDaemonSet(locked, AGENT, object =>
        buildEniAgentImagePatch(object, imageVersion),
      );
      if (outcome === 'absent') {
        throw notVpcCni();
      }
      if (locked.dryRun) {
        return {
          changed: outcome === 'changed',
          image: before,
          summary: `Would change the image of ${AGENT} from ${before} to version ${imageVersion}`,
        };
      }
      await waitForRollout(locked, AGENT, timeoutMs);
      const image = await readImage(locked);
      return {
        changed: outcome === 'changed',
        image,
        summary:
          outcome === 'changed'
            ? `Changed the image of ${AGENT} from ${before} to ${image}`
            : `Already so: ${AGENT} has the image ${image}`,
      };
    });
  });
}

function isNewEnough(image: string): boolean {
  const { tag } = parseImageReference(image);
  return Boolean(tag && isAtLeast(tag, MINIMUM_ENI_AGENT_VERSION));
}

async function readImage(phase: Phase): Promise<string> {
  const object = await phase.connection.kubernetes.get<DaemonSet>(
    daemonSet(AGENT),
    { signal: phase.signal },
  );
  if (!object) {
    throw notVpcCni();
  }
  return imageOf(object);
}

function imageOf(object: DaemonSet): string {
  const containers = object.spec.template?.spec?.containers ?? [];
  const container =
    containers.find(({ name }) => name === AGENT) ?? containers[0];
  return container?.image ?? '';
}

function notVpcCni() {
  return missingDaemonSet(
    AGENT,
    'The cluster does not use VPC-CNI, and Cilium cannot be chained to another network of TKE. Create a cluster with VPC-CNI.',
  );
}
