import { ApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  CloudChoice,
  CloudChoiceKind,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { tkeCiliumApiRef } from '../api';
import {
  CloudScope,
  findCloudScope,
  FormValues,
  missingFrom,
} from './findCloudScope';
import { readCloudChoices } from './readCloudChoices';

/** What a field of a form chooses from. */
export type CloudChoiceSource = {
  kind: CloudChoiceKind;
  /** Name of the form's value with the subnet in whose zone an instance type has to be sold. */
  subnet?: string;
};

/** What there is to choose from, or what has to be known before that can be told. */
export type CloudChoices = { scope: CloudScope } & (
  | { missing: 'account' | 'region'; choices?: undefined }
  | { missing?: undefined; choices: readonly CloudChoice[] }
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
  const { kind, subnet } = source;
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
  if (kind === 'instance-types' && subnet) {
    const { account, region } = scope;
    // The zone only narrows the list down; without it the list is longer.
    const subnets = await readCloudChoices(api, 'subnets', {
      account,
      region,
    }).catch(() => []);
    const zone = subnets.find(({ value }) => value === values[subnet])?.details
      ?.zone;
    scope.zone = zone === undefined ? undefined : String(zone);
  }
  return { scope, choices: await readCloudChoices(api, kind, scope) };
}
