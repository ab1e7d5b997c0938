import { CatalogApi } from '@backstage/plugin-catalog-react';
import {
  ACCOUNT_ANNOTATION,
  CloudChoiceKind,
  CloudScope,
  CLUSTER_ID_ANNOTATION,
  REGION_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** The values of a form by name, all pages together. */
export type FormValues = Readonly<Record<string, unknown>>;

/** What a field of a form chooses from. */
export type CloudChoiceSource = {
  kind: CloudChoiceKind;
  /** Name of the form's value with the cluster in whose account, region and VPC to look. */
  cluster?: string;
  /** Name of the form's value with the subnets in whose zones machines have to be sold. */
  subnet?: string;
};

/** Where a form says that it is. */
export type CloudPlace = {
  scope: CloudScope;
  /** The TKE id of the cluster of the scope. */
  clusterId?: string;
};

/** What has to be known before there is a list. */
export type MissingScope = 'account' | 'region' | 'cluster' | 'clusterAccount';

/** Names of the form's values that say where to look for something. */
export function scopeValuesOf({
  kind,
  cluster,
}: CloudChoiceSource): readonly string[] {
  if (cluster) {
    return [cluster];
  }
  switch (kind) {
    case 'accounts':
      return [];
    case 'regions':
      return ['account'];
    case 'subnets':
      return ['account', 'region', 'vpcId'];
    default:
      return ['account', 'region'];
  }
}

const ENTITY_REF = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;
const REGION = /^[a-z]+(-[a-z0-9]+)+$/;
const VPC_ID = /^vpc-[0-9a-z]+$/;

/**
 * Where a form says that it is: its values `account` and `region`, and for subnets its `vpcId`; or
 * where the cluster is that a value refers to.
 *
 * @param catalog - `undefined`: the app has none
 */
export async function findCloudScope(options: {
  source: CloudChoiceSource;
  values: FormValues;
  catalog: CatalogApi | undefined;
}): Promise<CloudPlace> {
  const { source, values, catalog } = options;
  if (source.cluster) {
    const cluster = textOf(values[source.cluster], ENTITY_REF);
    const entity = cluster ? await catalog?.getEntityByRef(cluster) : undefined;
    const annotations = entity?.metadata.annotations ?? {};
    return {
      scope: {
        cluster,
        account: annotations[ACCOUNT_ANNOTATION],
        region: annotations[REGION_ANNOTATION],
      },
      clusterId: annotations[CLUSTER_ID_ANNOTATION],
    };
  }
  const read: Record<string, string | undefined> = {
    account: textOf(values.account),
    region: textOf(values.region, REGION),
    vpcId: textOf(values.vpcId, VPC_ID),
  };
  return {
    scope: Object.fromEntries(
      scopeValuesOf(source).map(name => [name, read[name]]),
    ),
  };
}

/** What of a scope is needed for a list, and not known. */
export function missingFrom(
  { kind, cluster }: CloudChoiceSource,
  scope: CloudScope,
): MissingScope | undefined {
  if (kind === 'accounts') {
    return undefined;
  }
  if (cluster && !scope.cluster) {
    return 'cluster';
  }
  if (!scope.account) {
    return cluster ? 'clusterAccount' : 'account';
  }
  if (kind === 'regions' || scope.region) {
    return undefined;
  }
  return cluster ? 'clusterAccount' : 'region';
}

/** A value that is not there yet, or half typed, is none. */
function textOf(value: unknown, pattern = /./): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
