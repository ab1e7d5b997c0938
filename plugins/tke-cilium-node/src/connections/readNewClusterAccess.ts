import type { Config } from '@backstage/config';
import type { NewClusterAccess } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { madeClusterOrigin } from '../tencentCloud/listMadeClusters';
import { readCatalogRules } from './CatalogRule';
import { isFromOrigin } from './isFromOrigin';

/**
 * How a cluster that is made now would be seen and reached: by its entity, which the module of the
 * catalog makes, and in the way of its account. The configuration is read as it is now.
 *
 * @throws `InputError` when `clustersFromCatalog` of an account is not complete
 *
 * @public
 */
export function readNewClusterAccess(
  config: Config,
  { account, region }: { account: string; region: string },
): NewClusterAccess {
  const origin = madeClusterOrigin({ account, region });
  const rule = readCatalogRules(config).get(account);
  return {
    account,
    origin,
    hasEntity:
      config.getOptionalBoolean(
        'catalog.providers.tkeCilium.fromTencentCloud',
      ) ?? false,
    endpoint:
      rule && isFromOrigin(origin, rule.origins) ? rule.endpoint : undefined,
  };
}
