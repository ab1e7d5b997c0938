import { compareVersions, minorVersion, parseVersion } from './version';

/** A known fault of Cilium releases. @public */
export type VersionAdvisory = {
  /** Number of the upstream issue or pull request. */
  id: string;
  /** The minor version it is known for, for example `1.18`. */
  minor: string;
  /** First patch release without it. */
  fixedIn: string;
  /** What happens, one sentence. */
  description: string;
  docsUrl: string;
};

/**
 * Known faults of the releases that the profiles install, newest fix last.
 *
 * @public
 */
export const VERSION_ADVISORIES: readonly VersionAdvisory[] = [
  {
    id: 'cilium#42856',
    minor: '1.18',
    fixedIn: '1.18.5',
    description:
      'Endpoints get stuck in waiting-to-regenerate until the agent is restarted.',
    docsUrl: 'https://github.com/cilium/cilium/pull/42856',
  },
  {
    id: 'cilium#43566',
    minor: '1.18',
    fixedIn: '1.18.6',
    description:
      'Layer 7 policies do not work when Cilium is chained behind another CNI plugin.',
    docsUrl: 'https://github.com/cilium/cilium/pull/43566',
  },
  {
    id: 'cilium#43620',
    minor: '1.18',
    fixedIn: '1.18.7',
    description:
      'Agents can lose the API server ("connect: operation not permitted") until the node is rebooted.',
    docsUrl: 'https://github.com/cilium/cilium/pull/43620',
  },
  {
    id: 'cilium#43999',
    minor: '1.18',
    fixedIn: '1.18.8',
    description: 'Endpoints can get stuck, or agents crash.',
    docsUrl: 'https://github.com/cilium/cilium/pull/43999',
  },
  {
    id: 'cilium#44526',
    minor: '1.18',
    fixedIn: '1.18.10',
    description: 'Endpoints can get stuck, or agents crash.',
    docsUrl: 'https://github.com/cilium/cilium/pull/44526',
  },
];

/**
 * The newest patch releases in the chart repository when this list was made (August 2026).
 * There may be newer ones.
 */
const NEWEST_KNOWN_PATCH: Readonly<Record<string, string>> = {
  '1.18': '1.18.12',
  '1.19': '1.19.6',
  '1.20': '1.20.0',
};

/**
 * The known faults that a version of Cilium has.
 *
 * @returns none when the text is not a version
 *
 * @public
 */
export function findVersionAdvisories(version: string): VersionAdvisory[] {
  return parseVersion(version)
    ? VERSION_ADVISORIES.filter(
        advisory =>
          advisory.minor === minorVersion(version) &&
          compareVersions(version, advisory.fixedIn) < 0,
      )
    : [];
}

/**
 * The newest patch release of the same minor version that is known, when it is newer than the given one.
 *
 * @public
 */
export function findNewerPatch(version: string): string | undefined {
  const newest = NEWEST_KNOWN_PATCH[minorVersion(version) ?? ''];
  return newest && compareVersions(version, newest) < 0 ? newest : undefined;
}
