import { InputError } from '@backstage/errors';
import {
  type ApiServerAddress,
  buildCiliumValues,
  checkCiliumValues,
  checkInstallOptions,
  findUnknownKeys,
  getInstallProfile,
  type HelmValues,
  type InstallOptions,
  type InstallProfile,
  type InstallProfileName,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { ChartSource } from '../helm/ChartSource';
import { readApiServerAddress } from '../observe/readApiServerAddress';
import { Phase } from './runPhase';

/** What an install of Cilium is made of. @public */
export type CiliumInstallInput = {
  profile: InstallProfileName;
  /** Default: the profile's. */
  chartVersion?: string;
  /** Default: the configured directory of charts, else Cilium's own repository. */
  chart?: ChartSource;
  options?: InstallOptions;
  /** Values documents, merged in this order over the profile and the options. */
  userValues?: HelmValues[];
};

/** A checked install: what Helm gets. */
export type ResolvedInstall = {
  profile: InstallProfile;
  chartVersion: string;
  apiServer: ApiServerAddress;
  values: HelmValues;
};

/**
 * Makes the values and checks the rules that the chart does not check.
 *
 * @throws `InputError` that lists everything that is wrong
 */
export async function resolveInstall(
  phase: Phase,
  input: CiliumInstallInput,
): Promise<ResolvedInstall> {
  const { connection, signal, log } = phase;
  const profile = getInstallProfile(input.profile);
  const chartVersion = input.chartVersion ?? profile.chartVersion;
  const apiServer = await readApiServerAddress(connection.kubernetes, signal);
  const { gitVersion } = await connection.kubernetes.serverVersion({ signal });
  const values = buildCiliumValues({
    profile,
    apiServer,
    options: input.options,
    userValues: input.userValues,
  });
  const problems = [
    ...checkInstallOptions(input.options ?? {}),
    ...checkCiliumValues(values, {
      apiServer,
      kubernetesVersion: gitVersion,
      minimumKubernetesVersion: profile.minimumKubernetesVersion,
      chartVersion,
    }),
  ];
  for (const { message, remedy } of problems.filter(
    ({ severity }) => severity !== 'error',
  )) {
    log.warn(`${message} ${remedy}`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new InputError(
      `These values cannot work: ${errors
        .map(({ message, remedy }) => `${message} ${remedy}`)
        .join(' ')}`,
    );
  }
  return { profile, chartVersion, apiServer, values };
}

/**
 * Refuses keys that the chart does not know: Helm ignores them, so a typo would pass in silence.
 */
export function refuseUnknownKeys(
  values: HelmValues,
  chartValues: HelmValues,
  chartVersion: string,
): void {
  const unknown = findUnknownKeys(values, chartValues);
  if (unknown.length > 0) {
    throw new InputError(
      `The Cilium chart ${chartVersion} does not know ${unknown
        .map(({ path, nearest }) =>
          nearest ? `"${path}" (did you mean "${nearest}"?)` : `"${path}"`,
        )
        .join(', ')}. Helm would ignore it. Correct it or take it out.`,
    );
  }
}
