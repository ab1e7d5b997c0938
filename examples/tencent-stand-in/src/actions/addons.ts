import { ApiError } from '../server/ApiError';
import { Cloud, DELAYS } from '../state/Cloud';
import { CloudAddon, CloudCluster, hasWorkers } from '../state/CloudCluster';
import { ActionContext } from './actions';
import { ADDONS, findAddonVersion } from './addonVersions';
import { findCluster, findRunningCluster } from './findCluster';
import { parseJson } from './parseJson';

/** GetTkeAppChartList */
export function getTkeAppChartList(): object {
  return {
    AppCharts: ADDONS.map(name => ({
      Name: name,
      LatestVersion: findAddonVersion(name),
      Label: '',
    })),
  };
}

/** DescribeAddon: of one that is not installed the answer is an error. */
export function describeAddon(context: ActionContext): object {
  const { addons = new Map() } = findCluster(context);
  const name = context.request.AddonName as string | undefined;
  if (name !== undefined && !addons.has(name)) {
    throw new ApiError(
      'ResourceNotFound',
      `addon ${name} is not found in the cluster`,
    );
  }
  return {
    Addons: [...addons]
      .filter(([each]) => name === undefined || each === name)
      .map(([AddonName, { version, phase, reason }]: [string, CloudAddon]) => ({
        AddonName,
        AddonVersion: version,
        Phase: phase,
        Reason: reason ?? '',
        RawValues: '',
      })),
  };
}

/** InstallAddon */
export function installAddon(context: ActionContext): object {
  const cluster = findRunningCluster(context);
  const { AddonName: name, DryRun: dryRun } = context.request as {
    AddonName: string;
    DryRun?: boolean;
  };
  const version = readVersion(context);
  if (cluster.addons?.has(name)) {
    throw new ApiError(
      'FailedOperation.AddonAlreadyInstalled',
      `addon ${name} is already installed`,
    );
  }
  if (!dryRun) {
    const addon: CloudAddon = { version, phase: 'Installing' };
    changeAddon(context.cloud, cluster, name, addon);
  }
  return {};
}

/** UpdateAddon */
export function updateAddon(context: ActionContext): object {
  const cluster = findRunningCluster(context);
  const { AddonName: name, DryRun: dryRun } = context.request as {
    AddonName: string;
    DryRun?: boolean;
  };
  const version = readVersion(context);
  if (!cluster.addons?.has(name)) {
    throw new ApiError('ResourceNotFound', `addon ${name} is not found`);
  }
  if (!dryRun) {
    const addon: CloudAddon = { version, phase: 'Upgrading' };
    changeAddon(context.cloud, cluster, name, addon);
  }
  return {};
}

function readVersion({ request }: ActionContext): string {
  const {
    AddonName: name,
    AddonVersion: version,
    RawValues: values,
  } = request as {
    AddonName: string;
    AddonVersion?: string;
    RawValues?: string;
  };
  if (values !== undefined) {
    const text = Buffer.from(values, 'base64').toString('utf8');
    parseJson('RawValues', text, 'object', 'InvalidParameter');
  }
  return findAddonVersion(name, version);
}

/**
 * Gives a cluster an addon, or another version of it. On an empty cluster one with Pods never says
 * that it succeeded.
 */
export function changeAddon(
  cloud: Cloud,
  cluster: CloudCluster,
  name: string,
  addon: CloudAddon,
): void {
  cluster.addons ??= new Map();
  cluster.addons.set(name, addon);
  const failure =
    addon.phase === 'Upgrading' ? 'UpgradFailed' : 'InstallFailed';
  let broken = cloud.brokenAddons.has(name) ? 'a Pod cannot be scheduled' : '';
  cluster.controlPlane?.addonChanged(name, addon.version).catch(error => {
    broken = error.message;
  });
  cloud.schedule.after(
    DELAYS.addon,
    () => {
      addon.phase = broken ? failure : 'Succeeded';
      addon.reason = broken;
    },
    () => broken !== '' || hasWorkers(cluster),
  );
}
