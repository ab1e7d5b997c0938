import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Makes a `Resource` of every cluster in `tkeCilium.clusters`. Default: of none. */
      tkeCilium?: {
        /** `spec.owner` of the entities, for example `group:default/platform`. */
        owner: string;
        /** `spec.system` of the entities. Default: none. */
        system?: string;
        /** Namespace of the entities. Default: `default`. */
        namespace?: string;
        /** Makes entities of `tkeCilium.clusters`. Default: `true`. */
        fromConfiguration?: boolean;
        /**
         * Makes entities also of the clusters that the template `tke:cluster:create` made in the
         * accounts of `tkeCilium.tencentCloud`. Their origin is below `tke-cilium:tencent-cloud/`,
         * for `clustersFromCatalog` of these accounts. Default: `false`.
         */
        fromTencentCloud?: boolean;
        /**
         * When the configuration and the accounts are read. Default: every minute, by each replica for
         * itself (`scope: local`), so that the crash of one holds nothing up.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
    processors?: {
      tkeCilium?: {
        /**
         * Writes into the status of every cluster's entity how the cluster is. Whoever may read the
         * entity reads it, also without the permission `tkeCilium.cluster.read`. Default: `false`.
         */
        status?: boolean;
      };
    };
  };
}
