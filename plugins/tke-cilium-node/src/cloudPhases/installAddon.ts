import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  compareVersions,
  isAtLeast,
  parseVersion,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { Addon } from 'tencentcloud-sdk-nodejs-tke/tencentcloud/services/tke/v20180525/tke_models';
import { PhaseResult } from '../phases/Phase';
import { lookFor } from '../tencentCloud/createOnce';
import { isAnswerLost } from '../tencentCloud/isAnswerLost';
import { isTencentCloudError } from '../tencentCloud/TencentCloudError';
import { changeWhenSettled } from './changeWhenSettled';
import { CloudPhase, CloudPhaseContext, runCloudPhase } from './CloudPhase';
import { hasFailed, readAddon, readNewestVersion } from './readAddon';
import { requireCluster } from './readCluster';

/** How long a cluster may refuse it because another change goes on. */
const SETTLED_WITHIN_MS = 300_000;

/** Input of {@link installAddon}. @public */
export type InstallAddonInput = {
  clusterId: string;
  /** For example `eniipamd` or `karpenter`. */
  addon: string;
  /** The version to install. Default: the newest. */
  version?: string;
  /** An installed one that is at least this is left alone; without it, any is. */
  minimumVersion?: string;
};

/**
 * Installs an addon of TKE, upgrades one that is too old, and tries one that failed again. Never a
 * downgrade. Done when the cloud has accepted it; `waitAddon` waits until it has succeeded.
 *
 * @public
 */
export async function installAddon(
  context: CloudPhaseContext,
  input: InstallAddonInput,
): Promise<PhaseResult> {
  const { clusterId, addon, minimumVersion } = input;
  return runCloudPhase('tke:addon:install', clusterId, context, async phase => {
    await requireCluster(phase, clusterId);
    const present = await readAddon(phase, clusterId, addon);
    const found = present?.AddonVersion ?? '';
    if (isEnough(present, minimumVersion)) {
      return {
        changed: false,
        summary: `Already so: the addon ${addon} has version ${found}`,
      };
    }
    const version = input.version ?? (await readNewestVersion(phase, addon));
    if (!version) {
      throw new NotFoundError(
        `TKE has no addon "${addon}". Check its name in the console.`,
      );
    }
    if (minimumVersion && !isAtLeast(version, minimumVersion)) {
      throw new ConflictError(
        `The addon ${addon} must be at least ${minimumVersion}, and ${version} is the one to be had here. Choose another version.`,
      );
    }
    refuseDowngrade(addon, found, version);
    const sentence = `the addon ${addon} ${
      present && found !== version ? `from ${found} to ${version}` : version
    }${present && hasFailed(present) ? `, which was ${present.Phase}` : ''}`;
    if (phase.dryRun) {
      return {
        changed: true,
        summary: `Would ${present ? 'upgrade' : 'install'} ${sentence}`,
      };
    }
    await change(phase, input, version, present !== undefined);
    return {
      changed: true,
      summary: `${present ? 'Upgrading' : 'Installing'} ${sentence}`,
    };
  });
}

function isEnough(
  present: Addon | undefined,
  minimumVersion: string | undefined,
): boolean {
  return (
    present !== undefined &&
    !hasFailed(present) &&
    (!minimumVersion || isAtLeast(present.AddonVersion ?? '', minimumVersion))
  );
}

function refuseDowngrade(addon: string, found: string, version: string): void {
  if (
    parseVersion(found) &&
    parseVersion(version) &&
    compareVersions(found, version) > 0
  ) {
    throw new ConflictError(
      `The addon ${addon} has version ${found}, and ${version} would be a downgrade. Leave the version out, or choose a newer one.`,
    );
  }
}

async function change(
  phase: CloudPhase,
  { clusterId, addon, minimumVersion }: InstallAddonInput,
  version: string,
  isThere: boolean,
): Promise<void> {
  try {
    await changeWhenSettled(phase, {
      clusterId,
      timeoutMs: SETTLED_WITHIN_MS,
      subject: `the addon ${addon} of cluster ${clusterId}`,
      action: isThere ? 'UpdateAddon' : 'InstallAddon',
      request: {
        ClusterId: clusterId,
        AddonName: addon,
        AddonVersion: version,
      },
    });
  } catch (error) {
    phase.signal.throwIfAborted();
    const isMade = isAnswerLost(error) || isAlreadyInstalled(error);
    if (!isMade || !(await isListed(phase, clusterId, addon, minimumVersion))) {
      throw error;
    }
  }
}

/** Somebody was faster, or an earlier attempt's addon is not listed yet. */
function isAlreadyInstalled(error: unknown): boolean {
  return (
    isTencentCloudError(error) &&
    error.code?.endsWith('.AddonAlreadyInstalled') === true
  );
}

async function isListed(
  phase: CloudPhase,
  clusterId: string,
  addon: string,
  minimumVersion: string | undefined,
): Promise<boolean> {
  const found = await lookFor({
    signal: phase.signal,
    find: async () =>
      isEnough(await readAddon(phase, clusterId, addon), minimumVersion)
        ? [addon]
        : [],
  });
  return found.length > 0;
}
