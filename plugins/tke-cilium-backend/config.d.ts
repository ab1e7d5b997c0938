import { HumanDuration } from '@backstage/types';

export interface Config {
  tkeCilium?: {
    history?: {
      /**
       * How long changes of a cluster's state are kept. The latest change of each cluster stays
       * for ever. Default: 30 days.
       */
      retention?: HumanDuration | string;
    };
    notifications?: {
      /**
       * Whether the owner of a cluster's catalog entity is notified when the cluster becomes
       * degraded, failed or unreachable, and when it is fine again. Needs
       * `@backstage/plugin-notifications-backend`. Default: false.
       */
      enabled?: boolean;
      /** How long a state must last before it is told. Default: 5 minutes. */
      settlingTime?: HumanDuration | string;
    };
  };
}
