import { ApiError } from '../server/ApiError';

/** Addons that there are, with their versions, the newest last. */
const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  eniipamd: ['3.7.5', '3.8.0', '3.8.7', '3.11.0'],
  karpenter: ['1.0.1', '1.0.2'],
  'ip-masq-agent': ['1.2.0'],
  'cluster-autoscaler': ['1.3.0'],
};

/** Names of the addons that there are. */
export const ADDONS = Object.keys(VERSIONS);

/**
 * The version of an addon that is asked for: the newest, unless it is named.
 *
 * @throws {@link ApiError} `UnknownParameter` when there is no such addon or version of it
 */
export function findAddonVersion(name: string, wanted?: string): string {
  const versions = Object.hasOwn(VERSIONS, name) ? VERSIONS[name] : [];
  const version = wanted ?? versions[versions.length - 1];
  if (!versions.includes(version)) {
    throw new ApiError('UnknownParameter', 'addon version not found');
  }
  return version;
}
