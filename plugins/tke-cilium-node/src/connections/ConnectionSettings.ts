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
  /** The accounts as they are configured, to see whether they changed. Holds secrets. */
  accountsText: string;
};

type ConfiguredConnection = {
  connection: ClusterConnection;
  /** The entry as it is configured, to see whether it changed. */
  text: string;
};

/**
 * The settings as they are now.
 *
 * @param logger - told when the configuration changes into one that cannot be used
 * @throws as {@link readConnectionSettings}
 */
export function followConnectionSettings(
  config: Config,
  logger?: LoggerService,
): FollowedConfig<ConnectionSettings> {
  return FollowedConfig.create({
    config,
    read: readConnectionSettings,
    what: 'The clusters and accounts in tkeCilium',
    logger,
  });
}

/**
 * Reads the settings. Clients and connections whose entries did not change are those of `before`,
 * with what they hold: open sockets, kubeconfigs, the limit of calls.
 *
 * @throws `InputError` when an id has the wrong shape or is there twice, or when it is not said how
 * to reach a cluster
 */
export function readConnectionSettings(
  config: Config,
  before?: ConnectionSettings,
): ConnectionSettings {
  const accountsText = textOf(config, 'tkeCilium.tencentCloud.accounts');
  const accounts =
    before?.accountsText === accountsText
      ? before.accounts
      : TencentCloudAccounts.fromConfig(config);
  const clusters = new Map<string, ConfiguredConnection>();
  for (const { cluster, entry, where } of clusterEntries(config)) {
    const { clusterId, title } = cluster;
    const text = JSON.stringify(entry.get());
    const known = before?.clusters.get(clusterId);
    const isSame =
      known?.text === text &&
      (cluster.account === undefined || before?.accounts === accounts);
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
    accountsText,
    clusters,
    catalogRules: readCatalogRules(config),
  };
}

function textOf(config: Config, key: string): string {
  return JSON.stringify(config.getOptional(key)) ?? '';
}
