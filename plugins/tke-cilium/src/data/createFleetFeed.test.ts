import { SignalApi } from '@backstage/plugin-signals-react';
import {
  ClusterSummary,
  ReadinessSignal,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { createFleetFeed } from './createFleetFeed';

function fleet(...revisions: [string, number][]) {
  return revisions.map(
    ([clusterId, revision]) =>
      ({ clusterId, revision, phase: 'Ready' } as ClusterSummary),
  );
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('asks for the fleet once when clusters in it change, and for no other', async () => {
  let send: (signal: ReadinessSignal) => void = () => {};
  const getClusters = jest.fn(async () => fleet(['cls-a', 1], ['cls-b', 1]));
  const feed = createFleetFeed({
    api: { getClusters },
    signals: {
      subscribe: (_channel: string, onMessage: typeof send) => {
        send = onMessage;
        return { unsubscribe: () => {} };
      },
    } as SignalApi,
  });
  const close = feed.subscribe(() => {});
  await jest.advanceTimersByTimeAsync(0);
  expect(getClusters).toHaveBeenCalledTimes(1);

  // A cluster that the reader may not see.
  send({ clusterId: 'cls-z', revision: 7 });
  // A revision that is known.
  send({ clusterId: 'cls-a', revision: 1 });
  await jest.advanceTimersByTimeAsync(1_500);
  expect(getClusters).toHaveBeenCalledTimes(1);

  getClusters.mockResolvedValue(fleet(['cls-a', 2], ['cls-b', 2]));
  send({ clusterId: 'cls-a', revision: 2 });
  send({ clusterId: 'cls-b', revision: 2 });
  await jest.advanceTimersByTimeAsync(2_000);
  expect(getClusters).toHaveBeenCalledTimes(2);
  expect(feed.getState().value?.map(({ revision }) => revision)).toEqual([
    2, 2,
  ]);
  close();
  await jest.advanceTimersByTimeAsync(10_000);
});
