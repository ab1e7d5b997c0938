import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  CloudChoiceKind,
  CloudChoicesResponse,
  CloudScope,
  tkeCiliumCloudReadPermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TencentCloudRegions } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { CachedChoices } from './CachedChoices';
import { locateCluster } from './locateCluster';

/** What to choose from, and where. */
export type CloudChoicesRequest = CloudScope & { kind: CloudChoiceKind };

/** Where to look, whoever said so. */
type CloudPlace = Pick<CloudScope, 'account' | 'region' | 'vpcId'> & {
  clusterId?: string;
};

/** What forms may offer of the configured accounts, to callers who may see it. */
export class CloudChoices {
  readonly #regions: TencentCloudRegions;
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #cached = CachedChoices.create();

  static create(options: {
    regions: TencentCloudRegions;
    permissions: PermissionsService;
    catalog: CatalogService;
  }): CloudChoices {
    const { regions, permissions, catalog } = options;
    return new CloudChoices(regions, permissions, catalog);
  }

  private constructor(
    regions: TencentCloudRegions,
    permissions: PermissionsService,
    catalog: CatalogService,
  ) {
    this.#regions = regions;
    this.#permissions = permissions;
    this.#catalog = catalog;
  }

  /**
   * @throws `NotAllowedError`, `NotFoundError` when there is no such account or cluster, `InputError`
   * when a parameter is missing or wrong, `ServiceUnavailableError` when the cloud refuses or does not
   * answer
   */
  async list(
    request: CloudChoicesRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<CloudChoicesResponse> {
    await this.#assertAllowed(credentials);
    const { kind, cluster, zone } = request;
    if (kind === 'accounts') {
      return {
        items: this.#regions.list().map(({ account, simulation }) => ({
          value: account,
          ...(simulation && { details: { status: 'simulation' } }),
        })),
        observedAt: new Date().toISOString(),
      };
    }
    const place: CloudPlace = cluster
      ? await locateCluster(this.#catalog, cluster, credentials)
      : request;
    const { vpcId, clusterId } = place;
    const { account, regions } = this.#findAccount(
      given(kind, place, 'account'),
    );
    if (kind === 'regions') {
      // Any region tells all of them.
      const cloud = this.#regions.open(account, regions[0]);
      const answer = await this.#cached.read(cloud, { kind });
      return {
        ...answer,
        items: regions.flatMap(region =>
          answer.items.filter(({ value }) => value === region),
        ),
      };
    }
    return this.#cached.read(
      this.#regions.open(account, given(kind, place, 'region')),
      {
        kind,
        // Only what is heeded, so that the rest makes no new question of a known one.
        ...(kind === 'subnets' && { vpcId, clusterId }),
        ...(kind.startsWith('instance-') && { zone }),
      },
    );
  }

  async #assertAllowed(credentials: BackstageCredentials): Promise<void> {
    const permission = tkeCiliumCloudReadPermission;
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not see what the Tencent Cloud accounts have: your account lacks the permission "${permission.name}". Ask the owner of this Backstage for it.`,
      );
    }
  }

  #findAccount(name: string): { account: string; regions: readonly string[] } {
    const accounts = this.#regions.list();
    const found = accounts.find(({ account }) => account === name);
    if (!found) {
      throw new NotFoundError(
        `There is no Tencent Cloud account "${name}" in tkeCilium.tencentCloud.accounts; there are: ${
          accounts.map(({ account }) => account).join(', ') || 'none'
        }.`,
      );
    }
    return found;
  }
}

/** @throws `InputError` when the parameter is not there */
function given(
  kind: CloudChoiceKind,
  place: CloudPlace,
  field: 'account' | 'region',
): string {
  const value = place[field];
  if (!value) {
    throw new InputError(
      `To choose from ${kind}, the parameter "${field}" is needed.`,
    );
  }
  return value;
}
