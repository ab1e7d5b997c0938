import { TencentCloudAccounts } from '../tencentCloud/TencentCloudAccounts';
import { TencentCloudKubeconfig } from '../tencentCloud/TencentCloudKubeconfig';
import { AnyAccess } from './AnyAccess';
import { ClusterClaim, whyRefused } from './clusterClaim';
import { ClusterConnection } from './ClusterConnections';
import { ConnectionSettings } from './ConnectionSettings';
import { connectionTo } from './connectionTo';

/** Connections by cluster id, with what they were made from, to see whether that changed. */
export type ClaimedConnections = ReadonlyMap<
  string,
  {
    connection: ClusterConnection;
    accounts: TencentCloudAccounts;
    text: string;
  }
>;

/**
 * The connections to the clusters that entities may add. Those that did not change are those of
 * `before`, with the kubeconfigs that they hold.
 *
 * @param claims - in the order in which they count where they disagree
 */
export function claimedConnections(
  claims: readonly ClusterClaim[],
  settings: ConnectionSettings,
  before: ClaimedConnections,
): ClaimedConnections {
  const { accounts, catalogRules } = settings;
  const claimsById = new Map<string, ClusterClaim[]>();
  for (const claim of claims) {
    if (whyRefused(claim, catalogRules) === undefined) {
      const others = claimsById.get(claim.clusterId) ?? [];
      claimsById.set(claim.clusterId, [...others, claim]);
    }
  }
  return new Map(
    Array.from(claimsById, ([clusterId, [first, ...others]]) => {
      const { title } = first;
      const places = distinctPlaces([first, ...others]);
      const text = JSON.stringify([title, places]);
      const known = before.get(clusterId);
      return [
        clusterId,
        known?.text === text &&
        places.every(({ account }) => accounts.hasKept(account, known.accounts))
          ? known
          : {
              text,
              accounts,
              connection: connectionTo(
                { clusterId, title },
                AnyAccess.create(
                  places.map(({ account, region }) => {
                    const { endpoint, tlsServerName } =
                      catalogRules.get(account)!;
                    return TencentCloudKubeconfig.create({
                      clusterId,
                      region,
                      endpoint,
                      tlsServerName,
                      api: accounts.api(account, region, first.entityRef),
                    });
                  }),
                ),
              ),
            },
      ];
    }),
  );
}

function distinctPlaces(
  claims: readonly ClusterClaim[],
): { account: string; region: string }[] {
  const places = new Map(
    claims.map(({ account, region }) => [
      `${account} ${region}`,
      { account, region },
    ]),
  );
  return [...places.values()];
}
