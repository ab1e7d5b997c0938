import { InstallProfileName } from '../profiles/installProfile';
import {
  DEFAULT_INSTALL_PROFILE,
  INSTALL_PROFILES,
} from '../profiles/installProfiles';
import {
  ConfigurationDifference,
  ConfigurationReadiness,
} from '../readiness/types';
import { profileConfig, ProfileConfig } from './profileConfig';

/** So many differences are told; of the others the number is. */
const MOST_DIFFERENCES = 50;

/** Longer values are cut off: lists of CIDRs or of metrics have no bound. */
const LONGEST_VALUE = 200;

/** A ConfigMap is no place for secrets, but `extraConfig` of the chart takes anything. */
const SECRET = /(password|passwd|token|credential|private-?key|secret)(?!s)/i;

/**
 * How the data of `cilium-config` differs from what an install profile makes of it.
 *
 * @remarks
 * Not every difference is wrong: the options of an install are among them, and so is what its values
 * override. Whether Cilium can work like that, `compareCiliumConfig` tells.
 *
 * @param profile - the profile of the install; of an install that names none, the nearest is taken
 * @returns `undefined` when nobody can tell, because the chart is none whose defaults are known
 */
export function compareWithProfile(
  data: Readonly<Record<string, string>>,
  chartVersion: string,
  profile?: string,
): ConfigurationReadiness | undefined {
  const names = Object.keys(INSTALL_PROFILES) as InstallProfileName[];
  const named = names.filter(name => name === profile);
  const [nearest] = (named.length > 0 ? named : defaultFirst(names))
    .flatMap(name => {
      const expected = profileConfig(name, chartVersion);
      return expected
        ? [{ profile: name, differences: compare(data, expected) }]
        : [];
    })
    .sort((a, b) => a.differences.length - b.differences.length);
  return (
    nearest && {
      profile: nearest.profile,
      total: nearest.differences.length,
      differences: nearest.differences.slice(0, MOST_DIFFERENCES),
    }
  );
}

function defaultFirst(
  names: readonly InstallProfileName[],
): InstallProfileName[] {
  return [
    DEFAULT_INSTALL_PROFILE,
    ...names.filter(name => name !== DEFAULT_INSTALL_PROFILE),
  ];
}

function compare(
  data: Readonly<Record<string, string>>,
  { data: expected, ignored }: ProfileConfig,
): ConfigurationDifference[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(data)])]
    .filter(key => !ignored.has(key) && data[key] !== expected[key])
    .sort()
    .map(key => ({
      key,
      ...(expected[key] !== undefined && { expected: expected[key] }),
      ...(data[key] !== undefined && { actual: presentable(key, data[key]) }),
    }));
}

function presentable(key: string, value: string): string {
  if (SECRET.test(key) || SECRET.test(value)) {
    return '***';
  }
  return value.length > LONGEST_VALUE
    ? `${value.slice(0, LONGEST_VALUE)}…`
    : value;
}
