import semver from 'semver';

/**
 * A version as Kubernetes, Cilium, Linux and TKE's components write it, reduced to what can be compared.
 *
 * @public
 */
export type Version = {
  major: number;
  minor: number;
  patch: number;
  /** SemVer pre-release, for example `rc.0`. TKE's build suffix `-tke.N` is not one. */
  prerelease?: string;
};

/** Release numbers, and whatever follows them. */
const VERSION = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?!\d)(.*)$/;

/** What SemVer calls a pre-release here; TKE's and the distributions' suffixes are none. */
const PRERELEASE = /^-((?:alpha|beta|rc|pre|snapshot)[0-9A-Za-z.-]*)/i;

/**
 * Reads a version, tolerating a `v` in front, a missing patch number, TKE's suffix `-tke.N` and the
 * distribution suffix of a kernel (`6.6.117-45.7.3.tl4.x86_64`).
 *
 * @returns `undefined` when the text is not a version, for example the image tag `latest`
 *
 * @public
 */
export function parseVersion(text: string): Version | undefined {
  const match = VERSION.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [, major, minor, patch = '0', rest] = match;
  const suffix = PRERELEASE.exec(rest)?.[0] ?? '';
  // Loose: a leading zero in a number is no reason to refuse somebody's tag.
  const parsed = semver.parse(`${major}.${minor}.${patch}${suffix}`, {
    loose: true,
  });
  return (
    (parsed && {
      major: parsed.major,
      minor: parsed.minor,
      patch: parsed.patch,
      ...(parsed.prerelease.length > 0 && {
        prerelease: parsed.prerelease.join('.'),
      }),
    }) ??
    undefined
  );
}

/**
 * Orders two versions as SemVer does, pre-releases before their release. TKE's `-tke.N` does not count.
 *
 * @returns a negative number, 0 or a positive number, for `Array.prototype.sort`
 * @throws Error when one of them is not a version
 *
 * @public
 */
export function compareVersions(left: string, right: string): number {
  return semver.compare(toSemver(left), toSemver(right));
}

/**
 * Whether a version is the floor or newer, comparing release numbers only.
 *
 * @remarks
 * A release candidate of the floor counts: the guide installs `v3.8.0-rc.0` of tke-eni-agent because it
 * already has what 3.8.0 brings. A kernel's distribution suffix never makes it older.
 *
 * @returns `false` also when `version` is not a version; tell the two apart with {@link parseVersion}
 *
 * @public
 */
export function isAtLeast(version: string, floor: string): boolean {
  const parsed = parseVersion(version);
  const parsedFloor = parseVersion(floor);
  if (!parsed || !parsedFloor) {
    return false;
  }
  return semver.gte(releaseNumbers(parsed), releaseNumbers(parsedFloor));
}

/**
 * Major and minor number, for example `1.18` of `v1.18.3`.
 *
 * @returns `undefined` when the text is not a version
 *
 * @public
 */
export function minorVersion(text: string): string | undefined {
  const parsed = parseVersion(text);
  return parsed && `${parsed.major}.${parsed.minor}`;
}

function toSemver(text: string): string {
  const parsed = parseVersion(text);
  if (!parsed) {
    throw new Error(
      `"${text}" is not a version. Expected numbers such as 1.18.3 or v1.34.4-tke.1.`,
    );
  }
  const release = releaseNumbers(parsed);
  return parsed.prerelease ? `${release}-${parsed.prerelease}` : release;
}

function releaseNumbers({ major, minor, patch }: Version): string {
  return `${major}.${minor}.${patch}`;
}
