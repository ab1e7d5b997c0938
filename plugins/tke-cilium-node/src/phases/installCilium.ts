import { isDeepStrictEqual } from 'node:util';
import {
  CILIUM_RELEASE,
  RELEASE_LABELS,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { HelmClient } from '../helm/HelmClient';
import { isHelmError } from '../helm/HelmError';
import type { HelmSession, HelmUpgradeOptions } from '../helm/HelmSession';
import { compareManifests, ObjectChange } from '../helm/manifest';
import {
  listReleaseRevisions,
  readRelease,
  ReleaseContent,
  ReleaseRevision,
} from '../helm/releaseStorage';
import { sleepUnlessAborted } from '../retry/retryWithBackoff';
import { findMissingObjects } from './findMissingObjects';
import { PhaseContext, PhaseResult } from './Phase';
import { recoverRelease } from './recoverRelease';
import {
  CiliumInstallInput,
  refuseUnknownKeys,
  ResolvedInstall,
  resolveInstall,
} from './resolveInstall';
import { restartOutdatedWorkloads } from './restartOutdatedWorkloads';
import { Phase, runPhase } from './runPhase';
import { withPhaseLock } from './withPhaseLock';

const NAME = 'tke:cilium:install';
const CHART_NAME = 'cilium';
const HELM_ATTEMPTS = 4;
const HELM_RETRY_DELAY_MS = 2000;

/** Input of {@link installCilium}. @public */
export type InstallCiliumInput = CiliumInstallInput & { helm: HelmClient };

/** Outcome of {@link installCilium}. @public */
export type InstallCiliumResult = PhaseResult & {
  chartVersion: string;
  /** Revision of the release. `undefined` in the dry run of a first install. */
  revision?: number;
  /** In a dry run: the objects that would change. Secrets do not count. */
  changes?: ObjectChange[];
  /** What was restarted because its configuration changed, in words. */
  restarted: string[];
};

/**
 * Installs Cilium with Helm, or brings the installed one to the wanted chart, values and profile. Done
 * when the release is deployed; whether it is ready is another question, because an empty cluster
 * never is.
 *
 * @remarks
 * The values of an earlier revision are never reused: `--reuse-values` keeps the images of the old
 * chart, or fails in the templates of the new one.
 *
 * @public
 */
export async function installCilium(
  context: PhaseContext,
  input: InstallCiliumInput,
): Promise<InstallCiliumResult> {
  return runPhase(NAME, context, async phase => {
    const wanted = await resolveInstall(phase, input);
    return withPhaseLock(phase, NAME, async locked =>
      input.helm.session(
        {
          connection: locked.connection,
          signal: locked.signal,
          log: line => locked.log.info(`helm: ${line}`),
        },
        async helm => bringTo(locked, helm, input, wanted),
      ),
    );
  });
}

async function bringTo(
  phase: Phase,
  helm: HelmSession,
  input: InstallCiliumInput,
  wanted: ResolvedInstall,
): Promise<InstallCiliumResult> {
  const { chartVersion, values, profile } = wanted;
  const { dryRun, log } = phase;
  const newest = await recoverRelease(phase, helm, { abandoned: false });
  const deployed = newest && (await read(phase, newest));
  const difference = await findDifference(phase, newest, deployed, wanted);
  if (!newest || difference) {
    log.info(difference ?? `The release ${CILIUM_RELEASE} is not installed`);
    phase.waitingFor(`the chart ${chartVersion}`);
    const chart = await helm.fetchChart(input.chart, CHART_NAME, chartVersion);
    refuseUnknownKeys(values, await helm.chartValues(chart), chartVersion);
    const upgrade = {
      chart,
      values,
      labels: {
        [RELEASE_LABELS.profile]: profile.name,
        [RELEASE_LABELS.chartVersion]: chartVersion,
      },
    };
    if (dryRun) {
      return previewOf(phase, helm, upgrade, deployed);
    }
    await upgradeWithRetries(phase, helm, upgrade);
  }
  const restarted = dryRun ? [] : await restartOutdatedWorkloads(phase);
  const revision = await newestRevision(phase);
  const changed = !newest || difference !== undefined;
  const restart = restarted.length
    ? `; restarted ${restarted.join(' and ')} to use the changed configuration`
    : '';
  return {
    changed: changed || restarted.length > 0,
    chartVersion,
    revision,
    restarted,
    summary: `${
      changed
        ? `${newest ? 'Upgraded' : 'Installed'} Cilium ${chartVersion}`
        : `Already so: Cilium ${chartVersion}`
    } with profile ${profile.name} (revision ${revision})${restart}`,
  };
}

/** Why the deployed release is not the wanted one; `undefined` when it is. */
async function findDifference(
  phase: Phase,
  newest: ReleaseRevision | undefined,
  deployed: ReleaseContent | undefined,
  { chartVersion, values, profile }: ResolvedInstall,
): Promise<string | undefined> {
  if (!newest || !deployed) {
    return undefined;
  }
  const revision = `Revision ${newest.revision} of the release ${CILIUM_RELEASE}`;
  if (newest.status !== 'deployed') {
    return `${revision} is ${newest.status}`;
  }
  if (deployed.chartVersion !== chartVersion) {
    return `${revision} has chart ${deployed.chartVersion}, wanted is ${chartVersion}`;
  }
  if (newest.profile !== profile.name) {
    return `${revision} has ${
      newest.profile ? `profile ${newest.profile}` : 'no profile'
    }, wanted is ${profile.name}`;
  }
  if (!isDeepStrictEqual(deployed.values, values)) {
    return `${revision} has other values`;
  }
  if ((newest.installedRevision ?? newest.revision) !== newest.revision) {
    return `${revision} was not made by an install (${newest.installedRevision} was)`;
  }
  const missing = await findMissingObjects(phase, deployed.manifest);
  return missing.length
    ? `${revision} is deployed, but was damaged: ${missing.join(
        ', ',
      )} is missing`
    : undefined;
}

async function previewOf(
  phase: Phase,
  helm: HelmSession,
  upgrade: HelmUpgradeOptions,
  deployed: ReleaseContent | undefined,
): Promise<InstallCiliumResult> {
  phase.waitingFor('the dry run of Helm');
  const manifest = await helm.upgradeDryRun(upgrade);
  const changes = compareManifests(deployed?.manifest, manifest);
  for (const { change, object } of changes) {
    phase.log.info(`Would ${change} ${object}`);
  }
  return {
    changed: true,
    chartVersion: upgrade.chart.version,
    revision: await newestRevision(phase),
    restarted: [],
    changes,
    summary: `Would ${deployed ? 'upgrade to' : 'install'} Cilium ${
      upgrade.chart.version
    }: ${changes.length} objects would change`,
  };
}

/**
 * Helm gives up at the first failure that its client does not retry by itself, and leaves the release
 * `failed`, or `pending-*` when it could not even write that.
 */
async function upgradeWithRetries(
  phase: Phase,
  helm: HelmSession,
  upgrade: HelmUpgradeOptions,
): Promise<void> {
  for (let count = 1; ; count += 1) {
    try {
      const last = await newestRevision(phase);
      phase.waitingFor('Helm');
      await helm.upgrade({
        ...upgrade,
        labels: {
          ...upgrade.labels,
          [RELEASE_LABELS.revision]: String((last ?? 0) + 1),
        },
      });
      return;
    } catch (error) {
      if (count === HELM_ATTEMPTS || !mayPass(error, count)) {
        throw error;
      }
      phase.log.warn(`${(error as Error).message} Trying again.`);
      await sleepUnlessAborted(HELM_RETRY_DELAY_MS * count, phase.signal);
      await recoverRelease(phase, helm, { abandoned: true });
    }
  }
}

/** What Helm says of an API server's trouble is not always recognised, so what is unknown gets one more try. */
function mayPass(error: unknown, count: number): boolean {
  if (!isHelmError(error)) {
    return false;
  }
  return (
    ['ApiServerUnavailable', 'NamespaceTerminating'].includes(error.reason) ||
    (error.reason === 'Failed' && count === 1)
  );
}

async function read(
  phase: Phase,
  { revision }: ReleaseRevision,
): Promise<ReleaseContent | undefined> {
  return readRelease(phase.connection.kubernetes, revision, {
    signal: phase.signal,
  });
}

async function newestRevision(phase: Phase): Promise<number | undefined> {
  const [newest] = await listReleaseRevisions(phase.connection.kubernetes, {
    signal: phase.signal,
  });
  return newest?.revision;
}
