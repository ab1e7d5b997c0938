import { ApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  CloudChoice,
  CloudChoiceKind,
  CloudScope,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { tkeCiliumApiRef } from '../api';
import { findCloudScope, FormValues, missingFrom } from './findCloudScope';
import { readCloudChoices } from './readCloudChoices';

/** What a field of a form chooses from. */
export type CloudChoiceSource = {
  kind: CloudChoiceKind;
  /** Name of the form's value with the subnet in whose zone an instance type has to be sold. */
  subnet?: string;
  /** Name of the form's value with the instance type that the zones of subnets have to sell. */
  instanceType?: string;
};

/** What there is to choose from, or what has to be known before that can be told. */
export type CloudChoices = { scope: CloudScope } & (
  | { missing: 'account' | 'region'; choices?: undefined; zones?: undefined }
  | {
      missing?: undefined;
      choices: readonly CloudChoice[];
      /** The only zones that a subnet may be in. `undefined`: any. */
      zones?: readonly string[];
    }
);

/**
 * Reads what a field of a form chooses from, in the place that the rest of the form names.
 *
 * @throws ResponseError when the list cannot be read
 */
export async function loadCloudChoices(
  apis: ApiHolder,
  source: CloudChoiceSource,
  values: FormValues,
): Promise<CloudChoices> {
  const { kind, subnet, instanceType } = source;
  const api = apis.get(tkeCiliumApiRef);
  if (!api) {
    throw new Error('The app has no plugin tke-cilium');
  }
  const catalog = apis.get(catalogApiRef);
  const scope = await findCloudScope({ kind, values, catalog });
  const missing = missingFrom(kind, scope);
  if (missing) {
    return { scope, missing };
  }
  const { account, region } = scope;
  // Of lists that only narrow this one down; without them there is more to choose from.
  const detailOf = async (
    other: CloudChoiceKind,
    name: string,
    detail: 'zone' | 'zones',
  ) => {
    const all = readCloudChoices(api, other, { account, region });
    const found = (await all.catch(() => [])).find(
      ({ value }) => value === values[name],
    )?.details?.[detail];
    return found === undefined ? undefined : String(found);
  };
  if (kind === 'instance-types' && subnet) {
    scope.zone = await detailOf('subnets', subnet, 'zone');
  }
  const zones =
    kind === 'subnets' && instanceType
      ? await detailOf('instance-types', instanceType, 'zones')
      : undefined;
  return {
    scope,
    choices: await readCloudChoices(api, kind, scope),
    zones: zones?.split(', '),
  };
}
