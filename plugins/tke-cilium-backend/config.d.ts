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
  };
}
