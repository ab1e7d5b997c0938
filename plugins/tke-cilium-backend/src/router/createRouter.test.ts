import {
  coreServices,
  createBackendPlugin,
  ServiceRef,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  Problem,
  tkeCiliumClusterReadPermission,
  tkeCiliumClusterRefreshPermission,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { tencentCloudRegionsServiceRef } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { Knex } from 'knex';
import request from 'supertest';
import { saveReadiness } from '../__testUtils__/leases';
import { LogLine, recordLog } from '../__testUtils__/recordLog';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { CloudChoices } from '../cloudChoices/CloudChoices';
import { createAuthorizedClusters } from '../clusters/createAuthorizedClusters';
import { checkHealth } from '../health/checkHealth';
import { DatabaseLeaseStore } from '../lease/DatabaseLeaseStore';
import { ReplicaLife } from '../lease/ReplicaLife';
import {
  createTkeClusterConditionalDecision,
  tkeClusterConditions,
} from '../permissions';
import { DatabaseReadinessStore } from '../store/DatabaseReadinessStore';
import { at, readinessOf } from '../testing/fixtures';
import { clusterEntity } from '../testing/clusterEntity';
import { createRouter } from './createRouter';

jest.setTimeout(60_000);

const READY = 'cls-aaaaaaaa';
const DEGRADED = 'cls-bbbbbbbb';
const NEW = 'cls-cccccccc';
const NO_ENTITY = 'cls-dddddddd';
const UNKNOWN = 'cls-00000000';
const BASE = '/api/tke-cilium';
const databases = createTestDatabases();

const PROBLEM: Problem = {
  code: 'node-not-ready',
  severity: 'warning',
  message: 'Node 10.0.0.7 is not ready',
  remedy: 'Look at its kubelet',
};

const SERVICES = {
  auth: coreServices.auth,
  catalog: catalogServiceRef,
  httpAuth: coreServices.httpAuth,
  httpRouter: coreServices.httpRouter,
  logger: coreServices.logger,
  permissions: coreServices.permissions,
  permissionsRegistry: coreServices.permissionsRegistry,
  regions: tencentCloudRegionsServiceRef,
};

/** The services that the refs stand for. */
type InitOf<Refs extends Record<string, ServiceRef<any>>> = {
  [Name in keyof Refs]: Refs[Name]['T'];
};

const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;

describe('the HTTP interface', () => {
  let db: Knex;
  let backend: TestBackend | undefined;
  let life: ReplicaLife | undefined;
  let log: LogLine[] = [];
  const auditor = mockServices.auditor.mock();
  const recorded = {
    success: jest.fn(async (_?: object) => {}),
    fail: jest.fn(async (_: object) => {}),
  };

  beforeEach(async () => {
    ({ db } = await databases.create('SQLite'));
    jest.clearAllMocks();
    log = [];
    auditor.createEvent.mockResolvedValue(recorded);
  });

  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
  });

  /** The plugin without the part that watches: what is stored is what the test stored. */
  async function init({
    httpRouter,
    httpAuth,
    ...services
  }: InitOf<typeof SERVICES>) {
    const clusters = createAuthorizedClusters({
      ...services,
      connections: {
        list: () =>
          [DEGRADED, READY, NO_ENTITY, NEW].map(clusterId => ({
            clusterId,
            title: clusterId,
          })),
        connect: () => Promise.reject(new Error('not asked for')),
      },
      store: DatabaseReadinessStore.create(db),
      leases: DatabaseLeaseStore.create(db),
      startedAt: at(0),
    });
    httpRouter.use(
      await createRouter({
        clusters,
        choices: CloudChoices.create(services),
        auditor,
        httpAuth,
        logger: services.logger,
        health: () => checkHealth(db, life),
      }),
    );
  }

  /** A backend whose permission policy answers this. */
  async function start(
    policy: (permission: string) => PolicyDecision = () => ALLOW,
  ): Promise<void> {
    const decide = async (
      requests: Array<{ permission: { name: string } }>,
    ): Promise<PolicyDecision[]> =>
      requests.map(({ permission }) => policy(permission.name));
    backend = await startTestBackend({
      features: [
        recordLog(log),
        createBackendPlugin({
          pluginId: 'tke-cilium',
          register: ({ registerInit }) =>
            registerInit({ deps: SERVICES, init }),
        }),
        mockServices.permissions.mock({
          authorizeConditional: decide as never,
        }).factory,
        catalogServiceMock.factory({
          entities: [
            clusterEntity('ready', READY, {
              owners: ['group:default/platform'],
              region: 'ap-guangzhou',
            }),
            clusterEntity('degraded', DEGRADED, {
              owners: ['group:default/games'],
              region: 'ap-shanghai',
            }),
            clusterEntity('new', NEW),
          ],
        }),
      ],
    });
    const connection = { state: 'connected', since: at(0) } as const;
    for (const [clusterId, phase] of [
      [READY, 'Ready'],
      [DEGRADED, 'Degraded'],
      [NO_ENTITY, 'Ready'],
    ] as const) {
      await saveReadiness(db, {
        clusterId,
        connection,
        readiness: { ...readinessOf(phase), problems: [PROBLEM] },
        observedAt: at(1),
        changedAt: at(1),
      });
    }
  }

  function get(path: string, headers: Record<string, string> = {}) {
    return request(backend!.server).get(`${BASE}${path}`).set(headers);
  }

  function refresh(clusterId: string) {
    return request(backend!.server).post(
      `${BASE}/v1/clusters/${clusterId}/refresh`,
    );
  }

  async function idsOf(query = ''): Promise<string[]> {
    const { body } = await get(`/v1/clusters${query}`);
    return body.items.map(({ clusterId }: { clusterId: string }) => clusterId);
  }

  it('tells with its health how many clusters are watched, and no more', async () => {
    await start();
    life = { isAlive: true, clusters: 4 };
    const healthy = await get('/health');
    expect([healthy.status, healthy.body]).toEqual([
      200,
      {
        status: 'ok',
        database: 'reachable',
        heartbeat: 'fresh',
        clusters: 4,
      },
    ]);
    life = { isAlive: false, clusters: 0 };
    const lost = await get('/health');
    expect([lost.status, lost.body.heartbeat]).toEqual([503, 'missing']);
  });

  describe('the list', () => {
    it('has every cluster with an entity, by id', async () => {
      await start();
      expect(await idsOf()).toEqual([READY, DEGRADED, NEW]);
    });

    it.each([
      ['?phase=Degraded', [DEGRADED]],
      ['?phase=Degraded&phase=Ready', [READY, DEGRADED]],
      ['?phase=Failed', []],
    ])('keeps what %s asks for', async (query, expected) => {
      await start();
      expect(await idsOf(query)).toEqual(expected);
    });

    it('comes page by page', async () => {
      await start();
      const first = (await get('/v1/clusters?limit=2')).body;
      expect(first).toMatchObject({
        totalItems: 3,
        items: [{ clusterId: READY }, { clusterId: DEGRADED }],
        nextCursor: expect.any(String),
      });
      const second = (
        await get(`/v1/clusters?limit=2&cursor=${first.nextCursor}`)
      ).body;
      expect(second).toMatchObject({
        totalItems: 3,
        items: [{ clusterId: NEW }],
      });
      expect(second.nextCursor).toBeUndefined();
    });
  });

  describe('a cluster', () => {
    it('tells its problems and its history', async () => {
      await start();
      const { body: cluster } = await get(`/v1/clusters/${DEGRADED}`);
      expect(cluster).toMatchObject({
        revision: 1,
        phase: 'Degraded',
        worstProblem: PROBLEM,
      });
      const { body: problems } = await get(`/v1/clusters/${DEGRADED}/problems`);
      expect(problems).toEqual({
        clusterId: DEGRADED,
        revision: 1,
        observedAt: at(1),
        items: [PROBLEM],
      });
    });

    it('tells its timeline page by page', async () => {
      await start();
      await saveReadiness(db, {
        clusterId: READY,
        connection: { state: 'connected', since: at(0) },
        readiness: readinessOf('Failed'),
        changedAt: at(2),
      });
      const path = `/v1/clusters/${READY}/timeline`;
      const { body: first } = await get(`${path}?limit=1`);
      expect(first).toMatchObject({
        items: [{ phase: 'Failed', previousPhase: 'Ready', revision: 2 }],
        nextBefore: 2,
      });
      const { body: second } = await get(
        `${path}?limit=1&before=${first.nextBefore}`,
      );
      expect(second).toMatchObject({ items: [{ phase: 'Ready' }] });
      expect(second.nextBefore).toBeUndefined();
    });

    it('is read anew when somebody asks for it', async () => {
      await start();
      const refreshes = async () =>
        (await db('cluster_lease').where({ cluster_id: READY }))[0].refreshes;
      const before = await refreshes();
      const { status, body } = await refresh(READY);
      expect([status, body]).toEqual([202, { clusterId: READY, revision: 1 }]);
      expect(await refreshes()).toBe(before + 1);
    });

    it('that nobody has watched yet is not read anew', async () => {
      await start();
      await db('cluster_lease').where({ cluster_id: READY }).delete();
      const { status, body } = await refresh(READY);
      expect(status).toBe(503);
      expect(body.error.message).toContain(`${READY} is not watched yet`);
    });
  });

  it.each([
    '/v1/clusters',
    `/v1/clusters/${READY}`,
    `/v1/clusters/${READY}/timeline`,
    `/v1/clusters/${READY}/problems`,
  ])('answers 304 to who has the newest state of %s', async path => {
    await start();
    const { headers } = await get(path);
    const again = await get(path, { 'If-None-Match': headers.etag });
    expect(again.status).toBe(304);
  });

  it.each([
    ['/v1/clusters?limit=0', 'limit'],
    ['/v1/clusters?limit=many', 'limit'],
    ['/v1/clusters?phase=Fine', 'phase'],
    ['/v1/clusters?cursor=elsewhere', 'cursor'],
    ['/v1/clusters?color=red', 'color'],
    ['/v1/clusters/nonsense', 'clusterId'],
    [`/v1/clusters/${READY}/timeline?before=yesterday`, 'before'],
    [`/v1/clusters/${READY}/timeline?limit=501`, 'limit'],
  ])('answers 400 to %s and names the field %s', async (path, field) => {
    await start();
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(body.error.message).toContain(field);
  });

  describe('what a policy allows', () => {
    const read = (
      conditions: Parameters<typeof createTkeClusterConditionalDecision>[1],
    ) =>
      createTkeClusterConditionalDecision(
        tkeCiliumClusterReadPermission,
        conditions,
      );
    const { hasClusterId, isInRegion, isOwnedBy } = tkeClusterConditions;

    it.each([
      ['by id', hasClusterId({ clusterIds: [READY, UNKNOWN] }), [READY]],
      ['by region', isInRegion({ regions: ['ap-shanghai'] }), [DEGRADED]],
      [
        'by owner',
        isOwnedBy({ claims: ['group:default/platform', 'user:default/me'] }),
        [READY],
      ],
      [
        'by all but a region',
        { not: isInRegion({ regions: ['ap-shanghai'] }) },
        [READY, NEW],
      ],
      [
        'by owner or id',
        {
          anyOf: [
            isOwnedBy({ claims: ['group:default/games'] }),
            hasClusterId({ clusterIds: [NEW] }),
          ] as [any, any],
        },
        [DEGRADED, NEW],
      ],
    ])('is seen, %s, and nothing else is', async (_, conditions, expected) => {
      await start(() => read(conditions));
      expect(await idsOf()).toEqual(expected);
      for (const clusterId of [READY, DEGRADED, NEW]) {
        const { status } = await get(`/v1/clusters/${clusterId}`);
        expect([clusterId, status]).toEqual([
          clusterId,
          expected.includes(clusterId) ? 200 : 404,
        ]);
      }
    });

    it.each(['', '/timeline', '/problems'])(
      'is told apart from what is not there by nobody: %s',
      async suffix => {
        await start(() => read(hasClusterId({ clusterIds: [NEW] })));
        const answers = await Promise.all(
          [READY, NO_ENTITY, UNKNOWN].map(async clusterId => {
            const { status, body } = await get(
              `/v1/clusters/${clusterId}${suffix}`,
            );
            return `${status} ${body.error.message.replace(clusterId, 'ID')}`;
          }),
        );
        expect(answers[0]).toMatch(/^404 There is no cluster ID/);
        expect(new Set(answers).size).toBe(1);
      },
    );

    it('is nothing without the permission', async () => {
      await start(() => DENY);
      const { status, body } = await get('/v1/clusters');
      expect(status).toBe(403);
      expect(body.error.message).toContain('"tkeCilium.cluster.read"');
    });

    it('may be to see and not to refresh', async () => {
      await start(name =>
        name === tkeCiliumClusterRefreshPermission.name ? DENY : ALLOW,
      );
      const { status, body } = await refresh(READY);
      expect(status).toBe(403);
      expect(body.error.message).toContain('"tkeCilium.cluster.refresh"');
      expect((await refresh(NO_ENTITY)).status).toBe(404);
    });
  });

  describe('an error', () => {
    const forbid = () => DENY;
    it.each<[number, string, (() => PolicyDecision) | undefined]>([
      [400, '/v1/clusters?limit=0', undefined],
      [400, '/v1/clusters?cursor=elsewhere', undefined],
      [403, '/v1/clusters', forbid],
      [404, `/v1/clusters/${UNKNOWN}`, undefined],
    ])(
      '%i of %s has an id, under which the log has it',
      async (expected, path, policy) => {
        await start(policy);
        const { status, body } = await get(path);
        expect(status).toBe(expected);
        expect(linesOf(body.error.requestId)).toEqual([
          {
            plugin: 'tke-cilium',
            requestId: body.error.requestId,
            message: `GET ${BASE}${path} failed: ${body.error.name}: ${body.error.message}`,
          },
        ]);
      },
    );

    it('that passes has an id of its own each time', async () => {
      await start();
      await db('cluster_lease').where({ cluster_id: READY }).delete();
      const answers = [await refresh(READY), await refresh(READY)];
      expect(answers.map(({ status }) => status)).toEqual([503, 503]);
      const [first, second] = answers.map(({ body }) => body.error.requestId);
      expect(first).not.toBe(second);
      // Backstage logs what is a fault of the backend, with its stack.
      expect(linesOf(second).map(({ message }) => message)).toEqual([
        expect.stringContaining('is not watched yet'),
        'Request failed with status 503',
      ]);
    });

    it('whose text Backstage hides has an id all the same', async () => {
      await start();
      await db.schema.dropTable('cluster_readiness');
      const { status, body } = await get(`/v1/clusters/${READY}`);
      expect(status).toBe(500);
      const id = body.error.requestId ?? body.error.message.split('=')[1];
      expect(linesOf(id)).not.toEqual([]);
    });

    function linesOf(id: string): LogLine[] {
      expect(id).toMatch(/^[\w-]{10,}$/);
      return log.filter(({ requestId, logId }) =>
        [requestId, logId].includes(id),
      );
    }
  });

  it('serves nobody without credentials', async () => {
    await start();
    const anonymous = { Authorization: mockCredentials.none.header() };
    for (const path of ['', `/${READY}`, `/${READY}/problems`]) {
      expect((await get(`/v1/clusters${path}`, anonymous)).status).toBe(401);
    }
  });

  describe('the audit', () => {
    it.each([
      ['/v1/clusters', { queryType: 'all' }],
      [`/v1/clusters/${READY}`, { queryType: 'by-id', clusterId: READY }],
      [
        `/v1/clusters/${READY}/timeline`,
        { queryType: 'timeline', clusterId: READY },
      ],
    ])('records that %s was read', async (path, meta) => {
      await start();
      await get(path);
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'cluster-fetch',
          meta: expect.objectContaining(meta),
          request: expect.anything(),
        }),
      );
      expect(recorded.success).toHaveBeenCalledTimes(1);
      expect(recorded.fail).not.toHaveBeenCalled();
    });

    it('records who refreshed, and what was refused', async () => {
      await start();
      await refresh(READY);
      expect(auditor.createEvent).toHaveBeenLastCalledWith(
        expect.objectContaining({
          eventId: 'cluster-mutate',
          severityLevel: 'medium',
          meta: { actionType: 'refresh', clusterId: READY },
        }),
      );
      expect(recorded.success).toHaveBeenCalledTimes(1);
      await refresh(UNKNOWN);
      expect(recorded.fail).toHaveBeenCalledWith({
        error: expect.objectContaining({ name: 'NotFoundError' }),
      });
    });
  });
});
