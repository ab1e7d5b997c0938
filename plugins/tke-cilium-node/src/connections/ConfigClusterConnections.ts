import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { followTencentCloudAccounts } from '../tencentCloud/followTencentCloudAccounts';
import {
  ClusterConnection,
  ClusterConnections,
  ClusterReference,
} from './ClusterConnections';
import { connectConfigured, listConfigured } from './configuredClusters';
import {
  ConnectionSettings,
  followConnectionSettings,
} from './ConnectionSettings';
import { FollowedConfig } from './FollowedConfig';

/**
 * Connections to the clusters in `tkeCilium.clusters` of the configuration, as it is now: clusters
 * come, go and change while the backend runs.
 *
 * @remarks
 * What a connection needs is read when it is used, and again when it changed or aged: a cluster may
 * be created after the backend was started.
 *
 * @public
 */
export class ConfigClusterConnections implements ClusterConnections {
  readonly #settings: FollowedConfig<ConnectionSettings>;

  /**
   * @param logger - told when the configuration changes into one that cannot be used; the clusters
   * stay as they were then
   * @throws `InputError` when an id has the wrong shape or is there twice, or when it is not said how
   * to reach a cluster
   */
  static fromConfig(
    config: Config,
    logger?: LoggerService,
  ): ConfigClusterConnections {
    return new ConfigClusterConnections(
      followConnectionSettings(
        config,
        followTencentCloudAccounts(config, logger),
        logger,
      ),
    );
  }

  private constructor(settings: FollowedConfig<ConnectionSettings>) {
    this.#settings = settings;
  }

  list(): ClusterReference[] {
    return listConfigured(this.#settings.current);
  }

  async connect(clusterId: string): Promise<ClusterConnection> {
    return connectConfigured(this.#settings.current, clusterId);
  }
}
