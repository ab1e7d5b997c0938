import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ReadinessPhase } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Knex } from 'knex';
import { saveReadiness } from '../__testUtils__/leases';
import { createTestDatabases, ENGINES } from '../__testUtils__/testDatabases';
import { DatabaseReadinessStore } from '../store/DatabaseReadinessStore';
import { clusterEntity } from '../testing/clusterEntity';
import { at, readinessOf } from '../testing/fixtures';
import { scheduleNotifications } from './scheduleNotifications';

jest.setTimeout(60_000);

const CLUSTER = 'cls-abcdefgh';
const OWNER = 'group:default/platform';
const SETTLING_SECONDS = 300;
const databases = createTestDatabases();

describe.each(ENGINES)('scheduleNotifications on %s', engine => {
  let db: Knex;
  let trigger: () => Promise<void>;
  const logger = mockServices.logger.mock();
  const send = jest.fn(async (_: object) => {});

  beforeEach(async () => {
    ({ db } = await databases.create(engine));
    jest.resetAllMocks();
    await startReplica();
  });

  async function startReplica(
    entities: Entity[] = [
      clusterEntity('production', CLUSTER, { owners: [OWNER] }),
    ],
    notifications: object = { enabled: true },
  ) {
    const scheduler = mockServices.scheduler();
    await scheduleNotifications({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      config: mockServices.rootConfig({
        data: { tkeCilium: { notifications } },
      }),
      connections: {
        list: () => [{ clusterId: CLUSTER, title: 'Production' }],
        connect: () => Promise.reject(new Error('not asked for')),
      },
      db,
      logger,
      notifications: { send },
      scheduler,
      store: DatabaseReadinessStore.create(db),
    });
    trigger = () => scheduler.triggerTask('notify-owners');
  }

  /** What the owner is told when the cluster came into that phase so long ago. */
  async function toldOf(
    phase: ReadinessPhase,
    secondsAgo: number = SETTLING_SECONDS,
  ): Promise<any[]> {
    await saveReadiness(db, {
      clusterId: CLUSTER,
      connection: { state: 'connected', since: at(0) },
      readiness: {
        ...readinessOf(phase, `It is ${phase}.`),
        problems: [
          {
            code: 'node-not-ready',
            severity: 'warning',
            message: 'Node 10.0.0.7 is not ready',
            remedy: 'Look at its kubelet.',
          },
        ],
      },
      changedAt: new Date(Date.now() - secondsAgo * 1000).toISOString(),
    });
    return told();
  }

  async function told(): Promise<any[]> {
    send.mockClear();
    await trigger();
    return send.mock.calls.map(([notification]) => notification);
  }

  it('tells the owner what is wrong and what to do', async () => {
    expect(await toldOf('Degraded')).toEqual([
      {
        recipients: { type: 'entity', entityRef: [OWNER] },
        payload: {
          title: 'Cilium on Production is degraded',
          description: 'It is Degraded. Look at its kubelet.',
          severity: 'normal',
          link: '/catalog/default/resource/production',
          topic: 'Cilium on TKE',
          scope: `cluster:${CLUSTER}`,
        },
      },
    ]);
  });

  it('tells everything once, and in the place of what was told before', async () => {
    const [first] = await toldOf('Degraded');
    expect(await told()).toEqual([]);
    const [second] = await toldOf('Failed');
    expect(second.payload).toMatchObject({
      title: 'Cilium on Production has failed',
      severity: 'high',
    });
    expect(await toldOf('Progressing')).toEqual([]);
    expect(await toldOf('Failed')).toEqual([]);
    const [third] = await toldOf('Ready');
    expect(third.payload).toMatchObject({
      title: 'Cilium on Production is fine again',
      description: 'It is Ready.',
      severity: 'low',
    });
    expect(await told()).toEqual([]);
    for (const { payload } of [second, third]) {
      expect(payload.scope).toBe(first.payload.scope);
    }
  });

  it('tells nothing that passes', async () => {
    expect(await toldOf('Degraded', SETTLING_SECONDS - 30)).toEqual([]);
    expect(await toldOf('Ready', 0)).toEqual([]);
    expect(await toldOf('Degraded', 0)).toEqual([]);
  });

  it('does not repeat after a restart, nor on another replica', async () => {
    expect(await toldOf('Unreachable')).toHaveLength(1);
    await startReplica();
    expect(await told()).toEqual([]);
    expect(await toldOf('Ready')).toHaveLength(1);
  });

  it('waits as long as it is told', async () => {
    await startReplica(undefined, {
      enabled: true,
      settlingTime: { minutes: 10 },
    });
    expect(await toldOf('Degraded', 590)).toEqual([]);
    expect(await toldOf('Failed', 610)).toHaveLength(1);
  });

  it('says nothing about a cluster that nobody watches', async () => {
    await toldOf('Degraded', 0);
    await db('cluster_lease').update({ holder: null });
    await db('readiness_history').update({ at: at(0) });
    expect(await told()).toEqual([]);
  });

  it('tries again when it could not be sent', async () => {
    send.mockRejectedValueOnce(new Error('Not Found'));
    expect(await toldOf('Degraded')).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`The owner of cluster ${CLUSTER}`),
      expect.any(Error),
    );
    expect(await told()).toHaveLength(1);
    expect(await told()).toEqual([]);
  });

  it.each<[string, Entity[]]>([
    ['has no entity', []],
    ['has no owner', [clusterEntity('production', CLUSTER)]],
    [
      'somebody else claims as well',
      [
        clusterEntity('production', CLUSTER, { owners: [OWNER] }),
        clusterEntity('mine', CLUSTER, { owners: ['user:default/mallory'] }),
      ],
    ],
  ])('tells nobody of a cluster that %s', async (_, entities) => {
    await startReplica(entities);
    expect(await toldOf('Degraded')).toEqual([]);
  });

  it('is off unless it is wanted', async () => {
    await expect(startReplica([], {}).then(() => trigger())).rejects.toThrow();
  });
});
