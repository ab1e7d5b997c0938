import { CatalogApi } from '@backstage/plugin-catalog-react';
import {
  ACCOUNT_ANNOTATION,
  CloudChoiceKind,
  CloudScope,
  REGION_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** The values of a form by name, all pages together. */
export type FormValues = Readonly<Record<string, unknown>>;

/** Names of the form's values that say where to look for something. */
export function scopeValuesOf(kind: CloudChoiceKind): readonly string[] {
  switch (kind) {
    case 'accounts':
      return [];
    case 'regions':
      return ['account', 'cluster'];
    case 'subnets':
      return ['account', 'region', 'vpcId', 'cluster'];
    default:
      return ['account', 'region', 'cluster'];
  }
}

const REGION = /^[a-z]+(-[a-z0-9]+)+$/;
const VPC_ID = /^vpc-[0-9a-z]+$/;

/**
 * Where a form says that it is: its values `account` and `region`, or the account and region of the
 * catalog entity that its value `cluster` refers to; and for subnets its `vpcId`.
 *
 * @param catalog - `undefined`: the app has none
 */
export async function findCloudScope(options: {
  kind: CloudChoiceKind;
  values: FormValues;
  catalog: CatalogApi | undefined;
}): Promise<CloudScope> {
  const { kind, values, catalog } = options;
  if (kind === 'accounts') {
    return {};
  }
  const cluster = textOf(values.cluster);
  const entity = cluster ? await catalog?.getEntityByRef(cluster) : undefined;
  const annotations = entity?.metadata.annotations ?? {};
  const account = textOf(values.account) ?? annotations[ACCOUNT_ANNOTATION];
  if (kind === 'regions') {
    return { account };
  }
  const region =
    textOf(values.region, REGION) ?? annotations[REGION_ANNOTATION];
  const vpcId = kind === 'subnets' ? textOf(values.vpcId, VPC_ID) : undefined;
  return { account, region, vpcId };
}

/** What of a scope is needed for a list, and not known. */
export function missingFrom(
  kind: CloudChoiceKind,
  scope: CloudScope,
): 'account' | 'region' | undefined {
  if (kind === 'accounts') {
    return undefined;
  }
  if (!scope.account) {
    return 'account';
  }
  return kind === 'regions' || scope.region ? undefined : 'region';
}

/** A value that is not there yet, or half typed, is none. */
function textOf(value: unknown, pattern = /./): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
