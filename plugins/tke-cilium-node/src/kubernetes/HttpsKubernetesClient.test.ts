import { getEventListeners } from 'node:events';
import http from 'node:http';
import { ApiServerAccess } from '../connections/ApiServerAccess';
import { connectionTo, eventually } from '../watch/testing/observeWatch';
import { FakeApiServer } from '../watch/testing/FakeApiServer';
import { HttpsKubernetesClient } from './HttpsKubernetesClient';
import { KubernetesClient } from './KubernetesClient';

describe('HttpsKubernetesClient', () => {
  let server: FakeApiServer;
  let client: KubernetesClient;

  beforeEach(async () => {
    server = await FakeApiServer.start();
    client = connectionTo(server).kubernetes;
  });

  afterEach(() => server.stop());

  it('says that an answer took too long', async () => {
    server.intercept = () => 'hang';
    await expect(
      client.serverVersion({ timeoutMs: 50, attempts: 1 }),
    ).rejects.toThrow('no complete answer within 0.05 seconds');
  });

  it('throws the reason of the signal that ends a request', async () => {
    server.intercept = () => 'hang';
    const caller = new AbortController();
    const asked = client.serverVersion({ signal: caller.signal });
    await eventually(() => server.asked('version').length === 1);
    caller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
  });

  it('waits for an access no longer than for an answer, and not for one that nobody wants', async () => {
    client = HttpsKubernetesClient.create({
      clusterId: 'cls-abcdefgh',
      access: () => new Promise(() => {}),
    });
    await expect(
      client.serverVersion({ timeoutMs: 50, attempts: 1 }),
    ).rejects.toThrow('no complete answer within 0.05 seconds');
    await expect(
      client.request({ path: '/version', headTimeoutMs: 50 }),
    ).rejects.toThrow('no complete answer within 0.05 seconds');
    const caller = new AbortController();
    const { signal } = caller;
    const asked = [
      client.serverVersion({ signal }),
      client.request({ path: '/version', signal }),
    ];
    caller.abort(new Error('enough'));
    for (const each of asked) {
      await expect(each).rejects.toThrow('enough');
    }
  });

  describe('when its access is not taken any more', () => {
    const old = accessTo('old');

    function accessTo(kubeconfig: string): ApiServerAccess {
      const agent = new http.Agent();
      return { server: server?.url, agent, headers: {}, kubeconfig };
    }

    function refuse(times: number, next: () => ApiServerAccess) {
      old.server = server.url;
      let refusals = times;
      server.intercept = () => {
        refusals -= 1;
        return refusals >= 0 ? { status: 401 } : undefined;
      };
      const access = jest.fn(async (refused?: ApiServerAccess) =>
        refused === old ? next() : old,
      );
      client = HttpsKubernetesClient.create({
        clusterId: 'cls-abcdefgh',
        access,
      });
      return access;
    }

    it.each([
      ['a call', () => client.serverVersion()],
      ['a request', () => client.request({ path: '/version' })],
    ])('asks for another, once: %s', async (_, call) => {
      const access = refuse(1, () => accessTo('new'));
      await expect(call()).resolves.toBeDefined();
      expect(access.mock.calls).toEqual([[], [old]]);

      refuse(2, () => accessTo('new'));
      await expect(call()).rejects.toMatchObject({ status: 401 });
      expect(server.asked('version')).toHaveLength(4);
    });

    it('does not send the same again when there is no other', async () => {
      refuse(1, () => old);
      await expect(client.serverVersion()).rejects.toMatchObject({
        status: 401,
      });
      expect(server.asked('version')).toHaveLength(1);
    });
  });

  describe('leaves nothing behind on a signal that outlives the request', () => {
    const caller = new AbortController();
    const listeners = () => getEventListeners(caller.signal, 'abort').length;
    // AbortSignal.any() keeps its children where nobody can count or remove them.
    const anySignal = jest.spyOn(AbortSignal, 'any');

    it.each<[string, () => void, boolean]>([
      ['when it is answered', () => {}, true],
      ['when it hangs', () => (server.intercept = () => 'hang'), false],
      ['when it is reset', () => (server.intercept = () => 'reset'), false],
      [
        'when it is refused',
        () => (server.intercept = () => ({ status: 500 })),
        false,
      ],
    ])('%s', async (_, trouble, answered) => {
      trouble();
      const asked = client
        .serverVersion({ signal: caller.signal, timeoutMs: 200, attempts: 1 })
        .then(
          () => true,
          () => false,
        );
      expect(listeners()).toBe(1);
      expect(await asked).toBe(answered);
      expect(listeners()).toBe(0);
      expect(anySignal).not.toHaveBeenCalled();
    });
  });
});
