import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { TkeClusterEntityProvider } from './TkeClusterEntityProvider';

const BY_FILE = { id: 'cls-aaaaaaaa', kubeconfig: { path: '/secret/path' } };
const BY_ACCOUNT = {
  id: 'cls-bbbbbbbb',
  title: 'Production',
  tencentCloud: { account: 'production', region: 'ap-guangzhou' },
};

async function provide(
  provider: object | undefined,
  clusters: object[],
  answers: object[] = [],
  simulation = false,
) {
  const call = jest.fn(async () => {
    const answer = answers.shift();
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  const regions = {
    list: () => [
      { account: 'production', regions: ['ap-guangzhou'], simulation },
    ],
    open: (account: string, region: string) => ({
      account,
      region,
      api: { call: call as never },
    }),
  };

  const scheduler = mockServices.scheduler();
  const connection = { applyMutation: jest.fn(), refresh: jest.fn() };
  await TkeClusterEntityProvider.fromConfig(
    new ConfigReader({
      catalog: { providers: { tkeCilium: provider } },
      tkeCilium: { clusters },
    }),
    { logger: mockServices.logger.mock(), scheduler, regions },
  )?.connect(connection);
  const run = () => scheduler.triggerTask('tke-cilium-provide-clusters');
  return { connection, run };
}

describe('TkeClusterEntityProvider', () => {
  it('makes nothing unless told to', async () => {
    const { run } = await provide(undefined, [BY_FILE]);
    await expect(run()).rejects.toThrow(/not found/);
  });

  it('makes an entity of every cluster, and nothing else', async () => {
    const { connection, run } = await provide(
      { owner: 'group:default/platform' },
      [BY_FILE, BY_ACCOUNT],
    );
    await run();
    const [[mutation]] = connection.applyMutation.mock.calls;
    expect(mutation.type).toBe('full');
    expect(mutation.entities).toEqual([
      {
        locationKey: 'tke-cilium',
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: {
            name: 'cls-aaaaaaaa',
            namespace: 'default',
            title: 'cls-aaaaaaaa',
            annotations: {
              'backstage.io/managed-by-location': 'tke-cilium:cls-aaaaaaaa',
              'backstage.io/managed-by-origin-location':
                'tke-cilium:cls-aaaaaaaa',
              'tencentcloud.com/cluster-id': 'cls-aaaaaaaa',
            },
          },
          spec: { type: 'kubernetes-cluster', owner: 'group:default/platform' },
        },
      },
      expect.objectContaining({
        entity: expect.objectContaining({
          metadata: expect.objectContaining({
            title: 'Production',
            annotations: expect.objectContaining({
              'tencentcloud.com/region': 'ap-guangzhou',
              'tencentcloud.com/account': 'production',
            }),
          }),
        }),
      }),
    ]);
  });

  it('takes owner, system and namespace from the configuration', async () => {
    const { connection, run } = await provide(
      { owner: 'team-a', system: 'networks', namespace: 'clusters' },
      [BY_FILE],
    );
    await run();
    const [[{ entities }]] = connection.applyMutation.mock.calls;
    expect(entities[0].entity).toMatchObject({
      metadata: { namespace: 'clusters' },
      spec: { owner: 'team-a', system: 'networks' },
    });
  });

  it('takes no entity away when the clusters cannot be read', async () => {
    const { connection, run } = await provide({ owner: 'team-a' }, [
      BY_FILE,
      { ...BY_FILE, id: 'nonsense' },
    ]);
    await run();
    expect(connection.applyMutation).not.toHaveBeenCalled();
  });

  describe('with clusters that templates made', () => {
    const made = (changes: object = {}) => ({
      ClusterId: 'cls-cccccccc',
      ClusterName: 'shop',
      ClusterStatus: 'Creating',
      TagSpecification: [
        {
          Tags: [
            { Key: 'tke-cilium:managed-by', Value: 'backstage' },
            { Key: 'tke-cilium:owner', Value: 'group:default/shop' },
          ],
        },
      ],
      ...changes,
    });
    const answer = (...clusters: object[]) => ({
      TotalCount: clusters.length,
      Clusters: clusters,
    });
    const settings = { owner: 'team-a', fromTencentCloud: true };

    it('makes entities of them, of an origin that an account can trust', async () => {
      const { connection, run } = await provide(
        settings,
        [BY_FILE],
        [
          answer(
            made(),
            made({ ClusterId: BY_FILE.id }),
            made({ ClusterId: 'cls-dddddddd', ClusterStatus: 'Deleting' }),
            made({ ClusterId: 'cls-eeeeeeee', TagSpecification: [] }),
          ),
        ],
      );
      await run();
      const [[{ entities }]] = connection.applyMutation.mock.calls;
      expect(entities).toHaveLength(2);
      expect(entities[1].entity).toMatchObject({
        metadata: {
          name: 'cls-cccccccc',
          title: 'shop',
          annotations: {
            'backstage.io/managed-by-origin-location':
              'tke-cilium:tencent-cloud/production/ap-guangzhou/cls-cccccccc',
            'tencentcloud.com/cluster-id': 'cls-cccccccc',
            'tencentcloud.com/region': 'ap-guangzhou',
            'tencentcloud.com/account': 'production',
          },
        },
        spec: { owner: 'group:default/shop' },
      });
    });

    it('marks what is in a simulation, and nothing else', async () => {
      const marksOf = async (simulation: boolean) => {
        const { connection, run } = await provide(
          settings,
          [BY_FILE, BY_ACCOUNT],
          [answer(made())],
          simulation,
        );
        await run();
        const [[{ entities }]] = connection.applyMutation.mock.calls;
        return (entities as { entity: Entity }[]).map(
          ({ entity: { metadata } }) => [
            metadata.annotations?.['tencentcloud.com/simulation'],
            metadata.tags,
          ],
        );
      };
      const unmarked = [undefined, undefined];
      const marked = ['true', ['simulation']];
      expect(await marksOf(true)).toEqual([unmarked, marked, marked]);
      expect(await marksOf(false)).toEqual([unmarked, unmarked, unmarked]);
    });

    it('keeps them while the cloud does not answer, and takes none away before it ever did', async () => {
      const { connection, run } = await provide(
        settings,
        [],
        [new Error('no answer'), answer(made()), new Error('no answer')],
      );
      await run();
      expect(connection.applyMutation).not.toHaveBeenCalled();
      await run();
      await run();
      const counts = connection.applyMutation.mock.calls.map(
        ([{ entities }]) => entities.length,
      );
      expect(counts).toEqual([1, 1]);
    });
  });

  it('needs an owner', async () => {
    await expect(provide({ system: 'networks' }, [])).rejects.toThrow(
      /catalog\.providers\.tkeCilium\.owner/,
    );
  });
});
