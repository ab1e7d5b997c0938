import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { notificationService } from '@backstage/plugin-notifications-node';
import { ReadinessPhase } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Knex } from 'knex';
import request from 'supertest';
import { saveReadiness } from '../__testUtils__/leases';
import { DatabaseReadinessStore } from '../store/DatabaseReadinessStore';
import { openDatabase } from '../store/openDatabase';
import { clusterEntity } from '../testing/clusterEntity';
import { at, readinessOf } from '../testing/fixtures';
import { scheduleNotifications } from './scheduleNotifications';

jest.setTimeout(60_000);

const CLUSTER = 'cls-abcdefgh';
const OWNER = 'user:default/olga';
const SETTLED_MS = 600_000;

describe('the notifications backend', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let db: Knex;
  let lookForNews: () => Promise<void>;

  /** The part of the plugin that is tried here, in a backend with the real receiver. */
  const announcer = createBackendPlugin({
    pluginId: 'tke-cilium',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          logger: coreServices.logger,
          notifications: notificationService,
        },
        async init({ database, ...deps }) {
          const scheduler = mockServices.scheduler();
          db = await openDatabase(database);
          await scheduleNotifications({
            ...deps,
            db,
            scheduler,
            connections: {
              list: () => [{ clusterId: CLUSTER, title: 'Production' }],
              connect: () => Promise.reject(new Error('not asked for')),
            },
            store: DatabaseReadinessStore.create(db),
          });
          lookForNews = () => scheduler.triggerTask('notify-owners');
        },
      });
    },
  });

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        announcer,
        notificationsPlugin,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            tkeCilium: { notifications: { enabled: true } },
          },
        }),
        catalogServiceMock.factory({
          entities: [clusterEntity('production', CLUSTER, { owners: [OWNER] })],
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
  });

  async function becomes(phase: ReadinessPhase) {
    await saveReadiness(db, {
      clusterId: CLUSTER,
      connection: { state: 'connected', since: at(0) },
      readiness: readinessOf(phase, `It is ${phase}.`),
      changedAt: new Date(Date.now() - SETTLED_MS).toISOString(),
    });
    await lookForNews();
  }

  async function inboxOf(user: string) {
    const { body, status } = await request(backend.server)
      .get('/api/notifications/notifications')
      .set('authorization', mockCredentials.user.header(user));
    expect(status).toBe(200);
    return body.notifications.map(
      ({ payload }: { payload: { title: string; severity: string } }) =>
        `${payload.severity}: ${payload.title}`,
    );
  }

  it('shows the owner one message about a cluster, the latest', async () => {
    await becomes('Degraded');
    expect(await inboxOf(OWNER)).toEqual([
      'normal: Cilium on Production is degraded',
    ]);
    await lookForNews();
    expect(await inboxOf(OWNER)).toHaveLength(1);
    await becomes('Ready');
    expect(await inboxOf(OWNER)).toEqual([
      'low: Cilium on Production is fine again',
    ]);
  });

  it('shows nobody else anything', async () => {
    expect(await inboxOf('user:default/nina')).toEqual([]);
  });
});
