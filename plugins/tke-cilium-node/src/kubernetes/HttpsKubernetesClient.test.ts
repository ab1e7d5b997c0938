import { getEventListeners } from 'node:events';
import { connectionTo, eventually } from '../watch/testing/observeWatch';
import { FakeApiServer } from '../watch/testing/FakeApiServer';
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
