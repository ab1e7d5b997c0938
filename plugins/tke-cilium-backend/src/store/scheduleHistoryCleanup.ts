import {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { Knex } from 'knex';
import { dropOldHistory } from './dropOldHistory';

const KEY = 'tkeCilium.history.retention';
const DEFAULT_RETENTION: HumanDuration = { days: 30 };

/**
 * Drops old history every hour, on one replica.
 *
 * @throws `InputError` when `tkeCilium.history.retention` is no duration
 */
export async function scheduleHistoryCleanup(options: {
  config: RootConfigService;
  db: Knex;
  logger: LoggerService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, db, logger, scheduler } = options;
  const retention = config.has(KEY)
    ? readDurationFromConfig(config, { key: KEY })
    : DEFAULT_RETENTION;
  await scheduler.scheduleTask({
    id: 'drop-old-history',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    fn: async () => {
      const before = new Date(Date.now() - durationToMilliseconds(retention));
      const dropped = await dropOldHistory(db, { before });
      if (dropped > 0) {
        logger.info(`Dropped ${dropped} entries of history`, { dropped });
      }
    },
  });
}
