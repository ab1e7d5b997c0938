import { mockServices } from '@backstage/backend-test-utils';
import { saveReadiness } from '../__testUtils__/leases';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { at, readinessOf } from '../testing/fixtures';
import { DatabaseReadinessStore } from './DatabaseReadinessStore';
import { scheduleHistoryCleanup } from './scheduleHistoryCleanup';

const CLUSTER = 'cls-abcdefgh';
const databases = createTestDatabases();

describe('scheduleHistoryCleanup', () => {
  async function schedule(retention?: unknown) {
    const { db } = await databases.create('SQLite');
    const scheduler = mockServices.scheduler();
    for (const [index, days] of [100, 45, 1].entries()) {
      await saveReadiness(db, {
        clusterId: CLUSTER,
        connection: { state: 'connected', since: at(0) },
        readiness: readinessOf(index % 2 ? 'Ready' : 'Degraded'),
        changedAt: new Date(Date.now() - days * 86_400_000).toISOString(),
      });
    }
    await scheduleHistoryCleanup({
      config: mockServices.rootConfig({
        data: { tkeCilium: retention ? { history: { retention } } : {} },
      }),
      db,
      logger: mockServices.logger.mock(),
      scheduler,
    });
    await scheduler.triggerTask('drop-old-history');
    const store = DatabaseReadinessStore.create(db);
    const left = await store.timeline(CLUSTER, { limit: 10 });
    return left.map(({ revision }) => revision);
  }

  it.each([
    { retention: undefined, left: [3] },
    { retention: { days: 60 }, left: [3, 2] },
    { retention: 'P1Y', left: [3, 2, 1] },
    { retention: '1 hour', left: [3] },
  ])(
    'keeps $left with a retention of $retention',
    async ({ retention, left }) => {
      expect(await schedule(retention)).toEqual(left);
    },
  );

  it('refuses what is no duration', async () => {
    await expect(schedule('for ever')).rejects.toThrow(
      /tkeCilium\.history\.retention/,
    );
  });
});
