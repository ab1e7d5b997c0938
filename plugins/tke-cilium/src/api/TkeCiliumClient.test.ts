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
      { signal },
    );
  });

  it('escapes an id that is not one', async () => {
    const { client, fetch } = clientAnswering(new Response('{}'));
    await client.getCluster('../../catalog');
    expect(fetch.mock.calls[0][0]).toBe(
      'plugin://tke-cilium/v1/clusters/..%2F..%2Fcatalog',
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
