import { ApiError } from '../server/ApiError';
import { Cloud, DELAYS } from '../state/Cloud';
import { CloudAddon, CloudCluster, hasWorkers } from '../state/CloudCluster';
import { ActionContext } from './actions';
import { findCluster, findRunningCluster } from './findCluster';

/** Addons that there are, with their newest versions. */
export const ADDONS: Readonly<Record<string, string>> = {
  eniipamd: '3.11.0',
  karpenter: '1.0.2',
  'ip-masq-agent': '1.2.0',
  'cluster-autoscaler': '1.3.0',
};

/** GetTkeAppChartList */
export function getTkeAppChartList(): object {
  return {
    AppCharts: Object.entries(ADDONS).map(([Name, LatestVersion]) => ({
      Name,
      LatestVersion,
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
  const name = request.AddonName as string;
  const version = (request.AddonVersion as string) ?? ADDONS[name];
  if (!(name in ADDONS) || !/^\d+\.\d+\.\d+/.test(version ?? '')) {
    throw new ApiError('UnknownParameter', 'addon version not found');
  }
  if (typeof request.RawValues === 'string') {
    JSON.parse(Buffer.from(request.RawValues, 'base64').toString('utf8'));
  }
  return version;
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
