import { TkeCiliumClient } from './TkeCiliumClient';

function clientAnswering(answer: Response) {
  const fetch = jest.fn().mockResolvedValue(answer);
  return { client: TkeCiliumClient.create({ fetchApi: { fetch } }), fetch };
}

describe('TkeCiliumClient', () => {
  it('asks the backend plugin for the cluster', async () => {
    const { client, fetch } = clientAnswering(
      new Response(JSON.stringify({ clusterId: 'cls-abcdefgh' })),
    );
    const { signal } = new AbortController();

    await expect(
      client.getCluster('cls-abcdefgh', { signal }),
    ).resolves.toEqual({ clusterId: 'cls-abcdefgh' });
    expect(fetch).toHaveBeenCalledWith(
      'plugin://tke-cilium/v1/clusters/cls-abcdefgh',
      expect.objectContaining({ method: 'GET', signal }),
    );
  });

  it('escapes an id that is not one', async () => {
    const { client, fetch } = clientAnswering(new Response('{}'));
    await client.getCluster('../../catalog');
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://tke-cilium/v1/clusters/..%2F..%2Fcatalog',
    );
  });

  it('puts the pages of the list together', async () => {
    const pages = [
      { items: [{ clusterId: 'cls-aaaaaaaa' }], nextCursor: 'next' },
      { items: [{ clusterId: 'cls-bbbbbbbb' }] },
    ];
    const fetch = jest.fn(async (_: string) => Response.json(pages.shift()));
    const client = TkeCiliumClient.create({ fetchApi: { fetch } as never });
    await expect(client.getClusters()).resolves.toEqual([
      { clusterId: 'cls-aaaaaaaa' },
      { clusterId: 'cls-bbbbbbbb' },
    ]);
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([
      'plugin://tke-cilium/v1/clusters?limit=1000',
      'plugin://tke-cilium/v1/clusters?limit=1000&cursor=next',
    ]);
  });

  it('asks for a page of the timeline, and for a refresh', async () => {
    const fetch = jest.fn(async () => Response.json({ items: [] }));
    const client = TkeCiliumClient.create({ fetchApi: { fetch } as never });
    await client.getTimeline('cls-abcdefgh', { limit: 5, before: 7 });
    await client.refreshCluster('cls-abcdefgh');
    expect(fetch).toHaveBeenNthCalledWith(
      1,
      'plugin://tke-cilium/v1/clusters/cls-abcdefgh/timeline?limit=5&before=7',
      expect.objectContaining({ method: 'GET' }),
    );
    expect(fetch).toHaveBeenNthCalledWith(
      2,
      'plugin://tke-cilium/v1/clusters/cls-abcdefgh/refresh',
      expect.objectContaining({ method: 'POST' }),
    );
  });

  it('asks what an account has to choose from', async () => {
    const answer = { items: [{ value: 'subnet-a' }], observedAt: 'now' };
    const { client, fetch } = clientAnswering(Response.json(answer));
    await expect(
      client.getCloudChoices('subnets', {
        account: 'shared services',
        region: 'ap-guangzhou',
        vpcId: 'vpc-a',
      }),
    ).resolves.toEqual(answer);
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://tke-cilium/cloud/choices/subnets?account=shared%20services&region=ap-guangzhou&vpcId=vpc-a',
    );
  });

  it.each([403, 404, 500])(
    'fails with the status of a %d answer',
    async status => {
      const { client } = clientAnswering(
        new Response(
          JSON.stringify({ error: { name: 'SomeError', message: 'no' } }),
          { status, headers: { 'content-type': 'application/json' } },
        ),
      );
      await expect(client.getCluster('cls-abcdefgh')).rejects.toMatchObject({
        name: 'ResponseError',
        statusCode: status,
      });
    },
  );
});
