import { ClusterConnection } from '../connections/ClusterConnections';

/** Where a phase tells what it does, in words. @public */
export type PhaseLog = {
  info(message: string): void;
  warn(message: string): void;
};

/** What every phase works with. @public */
export type PhaseContext = {
  connection: ClusterConnection;
  log: PhaseLog;
  /** Aborting it ends the phase within a second and leaves no lock behind. */
  signal: AbortSignal;
  /** Show what would change, and change nothing. */
  dryRun: boolean;
};

/** What every phase says at its end. @public */
export type PhaseResult = {
  /** Whether the cluster was changed; in a dry run, whether it would be. */
  changed: boolean;
  /** One sentence. */
  summary: string;
};
