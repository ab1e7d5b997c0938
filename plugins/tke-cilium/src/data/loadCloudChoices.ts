import { ApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  CloudChoice,
  CloudScope,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeCiliumApi, tkeCiliumApiRef } from '../api';
import { choicesOfZones } from '../presentation/cloudChoices';
import {
  CloudChoiceSource,
  CloudPlace,
  findCloudScope,
  FormValues,
  missingFrom,
  MissingScope,
} from './findCloudScope';
import { readCloudChoices } from './readCloudChoices';

/** What there is to choose from, or what has to be known before that can be told. */
export type CloudChoices = CloudPlace & {
  /** Where machines have to be sold; empty: anywhere. */
  zones: readonly string[];
} & (
    | { missing: MissingScope; choices?: undefined }
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
  const place = await findCloudScope({ source, values, catalog });
  const missing = missingFrom(source, place.scope);
  if (missing) {
    return { ...place, zones: [], missing };
  }
  const { cluster } = place.scope;
  // The backend looks at the entity itself.
  const scope: CloudScope = cluster ? { cluster } : place.scope;
  const zones = subnet
    ? await zonesOf(api, [values[subnet] ?? []].flat(), scope)
    : [];
  const lists = await Promise.all(
    (zones.length > 0 ? zones : [undefined]).map(zone =>
      readCloudChoices(api, kind, { ...scope, zone }),
    ),
  );
  return { ...place, zones, choices: choicesOfZones(kind, lists) };
}

/** Where the subnets are. Without their list there is more to choose from than there should be. */
async function zonesOf(
  api: TkeCiliumApi,
  subnetIds: readonly unknown[],
  scope: CloudScope,
): Promise<string[]> {
  const subnets = await readCloudChoices(api, 'subnets', scope).catch(() => []);
  const zones = subnets.flatMap(({ value, details }) =>
    subnetIds.includes(value) && details?.zone ? String(details.zone) : [],
  );
  return [...new Set(zones)].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
}
