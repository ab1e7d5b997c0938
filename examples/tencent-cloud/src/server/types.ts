import { FaultRule } from '../faults/Fault';
import { CloudCluster } from '../state/CloudCluster';

/** Options of `startTencentCloud`. */
export type TencentCloudOptions = {
  secretId: string;
  secretKey: string;
  clusters?: CloudCluster[];
  /** The server's clock, milliseconds. Default: the real one. */
  now?: () => number;
};

/** A request that came in. */
export type JournalEntry = {
  action: string;
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
  journal: JournalEntry[];
  /** Fails the next requests of this kind, in the order in which the rules came. */
  fail(rule: FaultRule): void;
  stop(): Promise<void>;
};
