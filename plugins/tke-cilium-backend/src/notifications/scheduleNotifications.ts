import {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { ClusterConnections } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { Knex } from 'knex';
import { ClusterEntities } from '../permissions/ClusterEntities';
import { ReadinessStore } from '../store/ReadinessStore';
import { announceNews } from './announceNews';
import { DatabaseAnnouncements } from './DatabaseAnnouncements';

const ENABLED = 'tkeCilium.notifications.enabled';
const SETTLING_TIME = 'tkeCilium.notifications.settlingTime';
const DEFAULT_SETTLING_TIME: HumanDuration = { minutes: 5 };

/**
 * Looks every half minute, on one replica, whether the owner of a cluster has to be told something;
 * if that is wanted.
 *
 * @throws `InputError` when `tkeCilium.notifications.settlingTime` is no duration
 */
export async function scheduleNotifications(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  connections: ClusterConnections;
  db: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  store: ReadinessStore;
}): Promise<void> {
  const { config, db, scheduler } = options;
  if (!config.getOptionalBoolean(ENABLED)) {
    return;
  }
  const settlingMs = durationToMilliseconds(
    config.has(SETTLING_TIME)
      ? readDurationFromConfig(config, { key: SETTLING_TIME })
      : DEFAULT_SETTLING_TIME,
  );
  const announcements = DatabaseAnnouncements.create(db);
  const entities = ClusterEntities.create(options);
  await scheduler.scheduleTask({
    id: 'notify-owners',
    scope: 'global',
    frequency: { seconds: 30 },
    timeout: { minutes: 2 },
    initialDelay: { seconds: 15 },
    fn: () =>
      announceNews({
        ...options,
        announcements,
        entities: clusterIds => entities.all(clusterIds),
        now: new Date(),
        settlingMs,
      }),
  });
}
