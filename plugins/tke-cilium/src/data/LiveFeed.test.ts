import { SignalApi } from '@backstage/plugin-signals-react';
import {
  ClusterResponse,
  ReadinessSignal,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { createClusterFeed } from './createClusterFeed';

const ID = 'cls-abcdefgh';

function answer(revision: number, phase = 'Ready') {
  return { clusterId: ID, revision, phase } as ClusterResponse;
}

/** A backend that is at a revision, or fails, and a socket that carries signals. */
function setup(options: { signals: boolean } = { signals: true }) {
  let send: ((signal: ReadinessSignal) => void) | undefined;
  const unsubscribe = jest.fn();
  const signals = {
    subscribe: (_channel: string, onMessage: typeof send) => {
      send = onMessage;
      return { unsubscribe };
    },
  } as SignalApi;
  const getCluster = jest.fn(
    async (_id: string, _options?: { signal?: AbortSignal }) => answer(1),
  );
  const feed = createClusterFeed({
    api: { getCluster },
    signals: options.signals ? signals : undefined,
    clusterId: ID,
  });
  const listener = jest.fn();
  return {
    feed,
    getCluster,
    unsubscribe,
    listener,
    open: async () => {
      const close = feed.subscribe(listener);
      await jest.advanceTimersByTimeAsync(0);
      return close;
    },
    signal: async (revision: number, clusterId = ID) => {
      send?.({ clusterId, revision });
      await jest.advanceTimersByTimeAsync(0);
    },
    wait: (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds),
  };
}

function hide(hidden: boolean) {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('LiveFeed', () => {
  it('asks when somebody looks, and not before', async () => {
    const { feed, getCluster, open } = setup();
    expect(getCluster).not.toHaveBeenCalled();
    await open();
    expect(getCluster).toHaveBeenCalledTimes(1);
    expect(feed.getState()).toEqual({ value: answer(1), fetching: false });
  });

  it('asks again within a second of a signal with a new revision', async () => {
    const { feed, getCluster, open, signal, wait } = setup();
    await open();
    getCluster.mockResolvedValue(answer(2));
    await signal(2);
    await wait(1_000);
    expect(getCluster).toHaveBeenCalledTimes(2);
    expect(feed.getState().value?.revision).toBe(2);
  });

  it.each([
    ['of a revision that is known', 1, ID],
    ['of another cluster', 9, 'cls-zzzzzzzz'],
  ])('leaves a signal %s alone', async (_, revision, clusterId) => {
    const { getCluster, open, signal, wait } = setup();
    await open();
    await signal(revision, clusterId);
    await wait(1_500);
    expect(getCluster).toHaveBeenCalledTimes(1);
  });

  it('makes one request of a burst of signals', async () => {
    const { feed, getCluster, open, signal, wait } = setup();
    await open();
    getCluster.mockResolvedValue(answer(21));
    for (let revision = 2; revision <= 21; revision++) {
      await signal(revision);
    }
    await wait(1_000);
    expect(getCluster.mock.calls.length).toBeLessThanOrEqual(3);
    expect(feed.getState().value?.revision).toBe(21);
  });

  it('asks once more for a signal that came while it asked', async () => {
    const { feed, getCluster, open, signal, wait } = setup();
    await open();
    let finish: (cluster: ClusterResponse) => void = () => {};
    getCluster.mockReturnValueOnce(
      new Promise(resolve => {
        finish = resolve;
      }),
    );
    await signal(2);
    await wait(500);
    await signal(3);
    getCluster.mockResolvedValue(answer(3));
    finish(answer(2));
    await wait(1_000);
    expect(getCluster).toHaveBeenCalledTimes(3);
    expect(feed.getState().value?.revision).toBe(3);
  });

  it('does not ask for ever when the answer lags behind the signal', async () => {
    const { getCluster, open, signal, wait } = setup();
    await open();
    await signal(2);
    await wait(30_000);
    expect(getCluster).toHaveBeenCalledTimes(2);
  });

  it('asks twice a minute once signals arrive, as a safety net', async () => {
    const { getCluster, open, signal, wait } = setup();
    await open();
    getCluster.mockResolvedValue(answer(2));
    await signal(2);
    await wait(1_000);
    expect(getCluster).toHaveBeenCalledTimes(2);
    await wait(28_000);
    expect(getCluster).toHaveBeenCalledTimes(2);
    await wait(2_000);
    expect(getCluster).toHaveBeenCalledTimes(3);
  });

  it.each([true, false])(
    'asks ever less often until a signal arrives, in an app with signals: %p',
    async signals => {
      const { getCluster, open, wait } = setup({ signals });
      await open();
      for (const [index, delay] of [2, 4, 8, 16, 30, 30].entries()) {
        await wait(delay * 1_000 - 1);
        expect(getCluster).toHaveBeenCalledTimes(index + 1);
        await wait(1);
        expect(getCluster).toHaveBeenCalledTimes(index + 2);
      }
    },
  );

  it('asks often without signals while the cluster settles', async () => {
    const { getCluster, open, wait } = setup({ signals: false });
    getCluster.mockResolvedValue(answer(1, 'Installing'));
    await open();
    await wait(2_000 + 4_000 + 60_000);
    expect(getCluster).toHaveBeenCalledTimes(1 + 2 + 12);
  });

  it('asks soon again after a change that no signal announced', async () => {
    const { getCluster, open, signal, wait } = setup();
    await open();
    getCluster.mockResolvedValue(answer(2));
    await signal(2);
    await wait(1_000);
    getCluster.mockResolvedValue(answer(3));
    await wait(30_000);
    expect(getCluster).toHaveBeenCalledTimes(3);
    await wait(2_000);
    expect(getCluster).toHaveBeenCalledTimes(4);
  });

  it('keeps the last answer while requests fail, and backs off', async () => {
    const { feed, getCluster, open, wait } = setup();
    await open();
    getCluster.mockRejectedValue(new TypeError('Failed to fetch'));
    await wait(2_000);
    expect(feed.getState()).toMatchObject({
      value: answer(1),
      failure: { kind: 'no-answer', message: 'Failed to fetch' },
    });
    await wait(2_000 + 4_000 + 8_000);
    expect(getCluster).toHaveBeenCalledTimes(5);

    getCluster.mockResolvedValue(answer(2));
    feed.refresh();
    await wait(0);
    expect(feed.getState()).toEqual({ value: answer(2), fetching: false });
  });

  it.each([401, 403, 404])(
    'forgets the last answer when told %d',
    async statusCode => {
      const { feed, getCluster, open, wait } = setup();
      await open();
      getCluster.mockRejectedValue(
        Object.assign(new Error('no'), { statusCode }),
      );
      await wait(2_000);
      expect(feed.getState().value).toBeUndefined();
    },
  );

  it('gives up a request that never ends, and tries again', async () => {
    const { feed, getCluster, open, wait } = setup();
    getCluster.mockReturnValueOnce(new Promise(() => {}));
    await open();
    await wait(15_000);
    expect(feed.getState().failure?.message).toMatch(/did not answer/);
    await wait(2_000);
    expect(feed.getState()).toEqual({ value: answer(1), fetching: false });
  });

  it('asks nobody while the tab is hidden, and at once when it comes back', async () => {
    const { feed, getCluster, open, signal, wait } = setup();
    await open();
    hide(true);
    await signal(2);
    await wait(300_000);
    expect(getCluster).toHaveBeenCalledTimes(1);
    getCluster.mockResolvedValue(answer(2));
    hide(false);
    await wait(0);
    expect(getCluster).toHaveBeenCalledTimes(2);
    expect(feed.getState().value?.revision).toBe(2);
  });

  it.each(['focus', 'online'])('asks on %s', async event => {
    const { getCluster, open, signal, wait } = setup();
    await open();
    getCluster.mockResolvedValue(answer(2));
    await signal(2);
    await wait(10_000);
    expect(getCluster).toHaveBeenCalledTimes(2);
    window.dispatchEvent(new Event(event));
    await wait(0);
    expect(getCluster).toHaveBeenCalledTimes(3);
  });

  it('stops a while after nobody looks and keeps what it knows', async () => {
    const { feed, getCluster, open, unsubscribe, wait } = setup();
    const close = await open();
    close();
    await wait(300_000);
    window.dispatchEvent(new Event('focus'));
    await wait(300_000);
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    expect(getCluster.mock.calls.length).toBeLessThan(4);
    expect(feed.getState().value).toEqual(answer(1));
  });

  it('goes on listening while the page is drawn anew', async () => {
    const { feed, open, unsubscribe, getCluster, signal, wait } = setup();
    const close = await open();
    close();
    await wait(1_000);
    await open();
    expect(unsubscribe).not.toHaveBeenCalled();
    getCluster.mockResolvedValue(answer(2));
    await signal(2);
    await wait(1_000);
    expect(feed.getState().value?.revision).toBe(2);
  });

  it('drops the answer to a request that nobody waits for any more', async () => {
    const { feed, getCluster, open, wait } = setup();
    let finish: (cluster: ClusterResponse) => void = () => {};
    getCluster.mockReturnValueOnce(
      new Promise(resolve => {
        finish = resolve;
      }),
    );
    const close = await open();
    close();
    await wait(5_000);
    finish(answer(7));
    await wait(0);
    expect(feed.getState()).toEqual({ fetching: false });
    expect(getCluster.mock.calls[0][1]?.signal?.aborted).toBe(true);
  });
});
