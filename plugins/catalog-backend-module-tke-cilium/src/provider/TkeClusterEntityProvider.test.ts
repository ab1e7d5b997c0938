import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { TkeClusterEntityProvider } from './TkeClusterEntityProvider';

const BY_FILE = { id: 'cls-aaaaaaaa', kubeconfig: { path: '/secret/path' } };
const BY_ACCOUNT = {
  id: 'cls-bbbbbbbb',
  title: 'Production',
  tencentCloud: { account: 'production', region: 'ap-guangzhou' },
};

async function provide(provider: object | undefined, clusters: object[]) {
  const scheduler = mockServices.scheduler();
  const connection = { applyMutation: jest.fn(), refresh: jest.fn() };
  await TkeClusterEntityProvider.fromConfig(
    new ConfigReader({
      catalog: { providers: { tkeCilium: provider } },
      tkeCilium: { clusters },
    }),
    { logger: mockServices.logger.mock(), scheduler },
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

  it('needs an owner', async () => {
    await expect(provide({ system: 'networks' }, [])).rejects.toThrow(
      /catalog\.providers\.tkeCilium\.owner/,
    );
  });
});
