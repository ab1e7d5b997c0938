import { LoggerService } from '@backstage/backend-plugin-api';
import { LeaseMove } from './HeldWatches';

const WORDS: Record<LeaseMove['kind'], string> = {
  gained: 'This replica watches cluster',
  released: 'This replica gives up cluster',
  lost: 'This replica may no longer watch cluster',
};

/** One line for every lease that comes or goes. */
export function logLeaseMove(logger: LoggerService, move: LeaseMove): void {
  const { clusterId, generation } = move.lease;
  logger.info(`${WORDS[move.kind]} ${clusterId}`, {
    clusterId,
    generation,
    lease: move.kind,
  });
}
