import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { saveReadiness } from '../__testUtils__/leases';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { AuthorizedClusterService } from '../clusters/AuthorizedClusterService';
import { DefaultClusterService } from '../clusters/DefaultClusterService';
import { DatabaseLeaseStore } from '../lease/DatabaseLeaseStore';
import { ClusterEntities } from '../permissions/ClusterEntities';
import { DatabaseReadinessStore } from '../store/DatabaseReadinessStore';
import { clusterEntity } from '../testing/clusterEntity';
import { at, readinessOf } from '../testing/fixtures';
import { registerActions } from './registerActions';

const VISIBLE = 'cls-aaaaaaaa';
const HIDDEN = 'cls-bbbbbbbb';
const databases = createTestDatabases();
const credentials = mockCredentials.user('user:default/somebody');

describe('the actions', () => {
  let db: Knex;
  const auditor = mockServices.auditor.mock();
  const connect = jest.fn(() => Promise.reject(new Error('not asked for')));

  beforeEach(async () => {
    ({ db } = await databases.create('SQLite'));
    jest.clearAllMocks();
    auditor.createEvent.mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
    for (const clusterId of [VISIBLE, HIDDEN]) {
      await saveReadiness(db, {
        clusterId,
        connection: { state: 'connected', since: at(0) },
        readiness: {
          ...readinessOf('Degraded'),
          problems: [
            {
              code: 'node-taint-stuck',
              severity: 'error',
              message: 'The taint stays on node 10.0.0.7.',
              remedy: 'Look at the operator.',
              parameters: { nodes: '10.0.0.7', count: 1 },
            },
          ],
          nodes: [
            { name: '10.0.0.6', kind: 'native', ready: true, cilium: 'ready' },
            {
              name: '10.0.0.7',
              kind: 'native',
              ready: true,
              cilium: 'missing',
            },
          ],
        },
        observedAt: at(1),
      });
    }
  });

  function register() {
    const actions = actionsRegistryServiceMock();
    const connections = {
      list: () =>
        [VISIBLE, HIDDEN].map(clusterId => ({ clusterId, title: clusterId })),
      connect,
    };
    registerActions({
      actionsRegistry: actions,
      auditor,
      connections,
      clusters: AuthorizedClusterService.create({
        clusters: DefaultClusterService.create({
          connections,
          store: DatabaseReadinessStore.create(db),
          leases: DatabaseLeaseStore.create(db),
          startedAt: at(0),
        }),
        connections,
        entities: ClusterEntities.create({
          catalog: catalogServiceMock({
            entities: [clusterEntity('visible', VISIBLE)],
          }),
          auth: mockServices.auth(),
        }),
        permissions: mockServices.permissions({
          result: AuthorizeResult.ALLOW,
        }),
        isAllowed: () => false,
      }),
    });
    return actions;
  }

  async function invoke(name: string, input: Record<string, any> = {}) {
    const actions = register();
    const { actions: known } = await actions.list();
    const { id } = known.find(action => action.name === name)!;
    const { output } = await actions.invoke({ id, input, credentials });
    return output as any;
  }

  it('only read, may be repeated, and say when to use them', async () => {
    const { actions } = await register().list();
    expect(actions.map(({ name }) => name)).toEqual([
      'list-clusters',
      'get-cluster-readiness',
      'explain-problem',
      'preflight',
    ]);
    for (const { description, attributes } of actions) {
      expect(description).toContain('## When to use');
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
    }
  });

  it('list what the caller may see', async () => {
    expect(await invoke('list-clusters')).toMatchObject({
      totalItems: 1,
      clusters: [
        {
          clusterId: VISIBLE,
          phase: 'Degraded',
          nodes: { total: 2, ready: 2 },
          worstProblem: { code: 'node-taint-stuck' },
        },
      ],
    });
    expect(await invoke('list-clusters', { phase: ['Ready'] })).toMatchObject({
      totalItems: 0,
      clusters: [],
    });
  });

  it('tell the readiness of a cluster, with the nodes that need attention', async () => {
    const readiness = await invoke('get-cluster-readiness', {
      clusterId: VISIBLE,
    });
    expect(readiness).toMatchObject({
      clusterId: VISIBLE,
      phase: 'Degraded',
      observedAt: at(1),
      nodes: {
        total: 2,
        needAttention: [{ name: '10.0.0.7', message: 'The agent is missing.' }],
      },
    });
    expect(readiness.problems).toEqual([
      {
        code: 'node-taint-stuck',
        severity: 'error',
        message: 'The taint stays on node 10.0.0.7.',
        remedy: 'Look at the operator.',
      },
    ]);
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'cluster-fetch',
      meta: {
        queryType: 'by-id',
        clusterId: VISIBLE,
        caller: 'user:default/somebody',
      },
    });
  });

  it('explain a problem, and where it is', async () => {
    const explained = await invoke('explain-problem', {
      code: 'node-taint-stuck',
    });
    expect(explained).toMatchObject({
      severity: 'error',
      foundBy: 'readiness',
      meaning: expect.stringContaining('‹nodes›'),
    });
    expect(explained.occurrences).toBeUndefined();
    expect(
      await invoke('explain-problem', {
        code: 'node-taint-stuck',
        clusterId: VISIBLE,
      }),
    ).toMatchObject({ occurrences: ['The taint stays on node 10.0.0.7.'] });
    await expect(
      invoke('explain-problem', { code: 'nothing' }),
    ).rejects.toThrow('there is no problem "nothing"');
  });

  it.each(['get-cluster-readiness', 'preflight'])(
    'know nothing of a cluster that the caller may not see: %s',
    async name => {
      await expect(invoke(name, { clusterId: HIDDEN })).rejects.toThrow(
        `There is no cluster ${HIDDEN} that you may see`,
      );
      await expect(
        invoke('explain-problem', {
          code: 'node-taint-stuck',
          clusterId: HIDDEN,
        }),
      ).rejects.toThrow(`There is no cluster ${HIDDEN}`);
      expect(connect).not.toHaveBeenCalled();
    },
  );
});
