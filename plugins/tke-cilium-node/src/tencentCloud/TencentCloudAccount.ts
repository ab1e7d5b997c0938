import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const CREDENTIAL_SOURCES = [
  'environment',
  'profile',
  'instanceRole',
  'podIdentity',
  'keys',
] as const;

/** Where an account's credentials come from. @public */
export type CredentialSource = (typeof CREDENTIAL_SOURCES)[number];

/** An account of Tencent Cloud, as it is in the configuration. Holds secrets. */
export type TencentCloudAccount = {
  /** What people call it: everything outside of the backend knows no more of it. */
  name: string;
  /** Regions that it may be used in. */
  regions: readonly string[];
  /** `https://tke.tencentcloudapi.com` unless configured. */
  endpoint: URL;
  /** Whether it is a simulation, not Tencent Cloud. */
  simulation: boolean;
  credentials: {
    source: CredentialSource;
    secretId?: string;
    secretKey?: string;
    assumeRole?: { arn: string; sessionName: string; externalId?: string };
  };
};

const DEFAULT_ENDPOINT = 'https://tke.tencentcloudapi.com';
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+)$/;

/**
 * The accounts in `tkeCilium.tencentCloud.accounts`, by name.
 *
 * @throws `InputError` when one is not complete or there twice
 */
export function readTencentCloudAccounts(
  config: Config,
): ReadonlyMap<string, TencentCloudAccount> {
  const accounts = new Map<string, TencentCloudAccount>();
  const entries =
    config.getOptionalConfigArray('tkeCilium.tencentCloud.accounts') ?? [];
  for (const [index, entry] of entries.entries()) {
    const name = entry.getString('name');
    const where = `Configuration tkeCilium.tencentCloud.accounts[${index}] ("${name}")`;
    if (accounts.has(name)) {
      throw new InputError(`${where}: there is another account of this name.`);
    }
    accounts.set(name, {
      name,
      regions: readRegions(where, entry),
      endpoint: readEndpoint(where, entry),
      simulation: entry.getOptionalBoolean('simulation') ?? false,
      credentials: readCredentials(where, entry.getConfig('credentials')),
    });
  }
  return accounts;
}

function readRegions(where: string, entry: Config): string[] {
  const regions = entry.getStringArray('regions');
  const wrong = regions.find(region => !/^[a-z]+(-[a-z0-9]+)+$/.test(region));
  if (wrong !== undefined || regions.length === 0) {
    throw new InputError(
      `${where}: regions must name at least one region such as ap-guangzhou${
        wrong === undefined ? '' : `; "${wrong}" is none`
      }.`,
    );
  }
  return regions;
}

function readEndpoint(where: string, entry: Config): URL {
  const text = entry.getOptionalString('endpoint') ?? DEFAULT_ENDPOINT;
  let endpoint: URL;
  try {
    endpoint = new URL(text.includes('://') ? text : `https://${text}`);
  } catch {
    throw new InputError(`${where}: endpoint "${text}" is not an address.`);
  }
  if (endpoint.protocol !== 'https:' && !LOOPBACK.test(endpoint.hostname)) {
    throw new InputError(
      `${where}: endpoint "${text}" must begin with https://; credentials would travel in the open.`,
    );
  }
  return endpoint;
}

function readCredentials(
  where: string,
  config: Config,
): TencentCloudAccount['credentials'] {
  const source = config.getString('source');
  if (!isCredentialSource(source)) {
    throw new InputError(
      `${where}: credentials.source is "${source}"; it must be one of ${CREDENTIAL_SOURCES.join(
        ', ',
      )}.`,
    );
  }
  const role = config.getOptionalConfig('assumeRole');
  return {
    source,
    ...(source === 'keys' && {
      secretId: config.getString('secretId'),
      secretKey: config.getString('secretKey'),
    }),
    ...(role && {
      assumeRole: {
        arn: role.getString('arn'),
        sessionName: role.getOptionalString('sessionName') ?? 'tke-cilium',
        externalId: role.getOptionalString('externalId'),
      },
    }),
  };
}

function isCredentialSource(source: string): source is CredentialSource {
  return (CREDENTIAL_SOURCES as readonly string[]).includes(source);
}
