import { FaultRule } from '../faults/Fault';
import { CloudSecrets } from '../secrets/CloudSecrets';
import { CloudOptions } from '../state/Cloud';
import { CloudCluster } from '../state/CloudCluster';
import { Sessions } from '../state/Sessions';

/** Options of `startTencentCloud`. */
export type TencentCloudOptions = CloudOptions & {
  secretId: string;
  secretKey: string;
  /** Requests of an action in a second, as the API allows. Default 20. */
  requestsPerSecond?: number;
  /** Port to listen on. Default: a free one. */
  port?: number;
};

/** A request that came in, without what it was signed with. */
export type JournalEntry = {
  action: string;
  /** Version of the API, for example `2018-05-25`. */
  version: string;
  region?: string;
  body: Record<string, unknown>;
  /** What it was answered with: a code of the API, or `OK`, or the fault. */
  outcome: string;
};

/** A running stand-in. */
export type TencentCloud = {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** By cluster id. Change it, and the next answer tells. */
  clusters: Map<string, CloudCluster>;
  /** Machine types of which there are none left: new pools of them get no nodes. */
  soldOut: Set<string>;
  /** Roles that may be assumed: take one away, and the next attempt is refused. */
  roles: Set<string>;
  /** Temporary credentials that are out. */
  sessions: Pick<Sessions, 'begin' | 'revoke'>;
  /** Addons whose next installations and upgrades fail. */
  brokenAddons: Set<string>;
  journal: JournalEntry[];
  /**
   * Fails the next requests of this kind, in the order in which the rules came.
   *
   * @returns takes back what is left of the rule
   */
  fail(rule: FaultRule): () => void;
  /** What it gave to who signed with its keys, and nobody else may see. */
  secrets(): CloudSecrets;
  /** Stops it with every cluster that it started. */
  stop(): Promise<void>;
};
