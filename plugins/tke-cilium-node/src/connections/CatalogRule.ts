import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ClusterEndpointKind } from '../tencentCloud/TencentCloudKubeconfig';
import { readEndpointKind } from './readEndpointKind';

/** Which catalog entities may add clusters of an account, and how those are reached. */
export type CatalogRule = {
  /** Values of `backstage.io/managed-by-origin-location`, see {@link isFromOrigin}. */
  origins: readonly string[];
  /** Those that the account may be used in. */
  regions: readonly string[];
  endpoint: ClusterEndpointKind;
  tlsServerName?: string;
};

/**
 * `clustersFromCatalog` of the accounts that have it, by the account's name.
 *
 * @throws `InputError` when it names no origin, or another kind of endpoint
 */
export function readCatalogRules(
  config: Config,
): ReadonlyMap<string, CatalogRule> {
  const rules = new Map<string, CatalogRule>();
  const accounts =
    config.getOptionalConfigArray('tkeCilium.tencentCloud.accounts') ?? [];
  for (const [index, account] of accounts.entries()) {
    const rule = account.getOptionalConfig('clustersFromCatalog');
    if (rule) {
      const where = `Configuration tkeCilium.tencentCloud.accounts[${index}].clustersFromCatalog`;
      const origins = rule.getStringArray('origins');
      if (origins.length === 0) {
        throw new InputError(
          `${where}: origins must name at least one place that entities come from, such as url:https://github.com/acme/platform/, or "*" for all.`,
        );
      }
      rules.set(account.getString('name'), {
        origins,
        regions: account.getStringArray('regions'),
        endpoint: readEndpointKind(rule, `${where}.endpoint`),
        tlsServerName: rule.getOptionalString('tlsServerName'),
      });
    }
  }
  return rules;
}
