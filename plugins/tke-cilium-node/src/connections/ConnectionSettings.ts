import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { TencentCloudAccounts } from '../tencentCloud/TencentCloudAccounts';
import { CatalogRule, readCatalogRules } from './CatalogRule';
import { clusterAccess } from './clusterAccess';
import { ClusterConnection } from './ClusterConnections';
import { clusterEntries } from './ConfiguredCluster';
import { connectionTo } from './connectionTo';
import { FollowedConfig } from './FollowedConfig';

/** What the configuration says of clusters and of the accounts that they are reached by. */
export type ConnectionSettings = {
  accounts: TencentCloudAccounts;
  /** The connections to `tkeCilium.clusters`, by cluster id. */
  clusters: ReadonlyMap<string, ConfiguredConnection>;
  /** What entities may add, by name of the account. */
  catalogRules: ReadonlyMap<string, CatalogRule>;
};

type ConfiguredConnection = {
  connection: ClusterConnection;
  /** The entry as it is configured, to see whether it changed. */
  text: string;
};

/**
 * The settings as they are now.
 *
 * @param accounts - those of the same configuration, which follow it already
 * @param logger - told when the configuration changes into one that cannot be used
 * @throws as {@link readConnectionSettings}
 */
export function followConnectionSettings(
  config: Config,
  accounts: { readonly current: TencentCloudAccounts },
  logger?: LoggerService,
): FollowedConfig<ConnectionSettings> {
  return FollowedConfig.create({
    config,
    read: (current, before) =>
      readConnectionSettings(current, accounts.current, before),
    what: 'The clusters in tkeCilium',
    logger,
  });
}

/**
 * Reads the settings. Connections whose entries and accounts did not change are those of `before`,
 * with what they hold: open sockets and kubeconfigs.
 *
 * @throws `InputError` when an id has the wrong shape or is there twice, or when it is not said how
 * to reach a cluster
 */
export function readConnectionSettings(
  config: Config,
  accounts: TencentCloudAccounts,
  before?: ConnectionSettings,
): ConnectionSettings {
  const clusters = new Map<string, ConfiguredConnection>();
  for (const { cluster, entry, where } of clusterEntries(config)) {
    const { clusterId, title } = cluster;
    const text = JSON.stringify(entry.get());
    const known = before?.clusters.get(clusterId);
    const isSame =
      known?.text === text &&
      (cluster.account === undefined ||
        accounts.hasKept(cluster.account, before!.accounts));
    clusters.set(
      clusterId,
      isSame
        ? known
        : {
            text,
            connection: connectionTo(
              { clusterId, title },
              clusterAccess({ clusterId, cluster: entry, where, accounts }),
            ),
          },
    );
  }
  return {
    accounts,
    clusters,
    catalogRules: readCatalogRules(config),
  };
}
