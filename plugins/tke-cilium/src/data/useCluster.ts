import { useMemo, useSyncExternalStore } from 'react';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { TkeCiliumApi, tkeCiliumApiRef } from '../api';
import { ClusterFeed, ClusterFeedState } from './ClusterFeed';

const feeds = new WeakMap<TkeCiliumApi, Map<string, ClusterFeed>>();

/** The one feed of a cluster, shared by everything on the page that shows it. */
function feedOf(
  api: TkeCiliumApi,
  signals: SignalApi | undefined,
  clusterId: string,
): ClusterFeed {
  let ofApi = feeds.get(api);
  if (!ofApi) {
    ofApi = new Map();
    feeds.set(api, ofApi);
  }
  let feed = ofApi.get(clusterId);
  if (!feed) {
    feed = ClusterFeed.create({ api, signals, clusterId });
    ofApi.set(clusterId, feed);
  }
  return feed;
}

/**
 * What is known about a cluster, kept up to date while the component is mounted.
 *
 * The signals API is used directly and not through `useSignal`: that hook holds only the last
 * message of a channel, so of two clusters that change in the same instant it would lose one.
 */
export function useCluster(
  clusterId: string,
): ClusterFeedState & { refresh: () => void } {
  const api = useApi(tkeCiliumApiRef);
  const signals = useApiHolder().get(signalApiRef);
  const feed = useMemo(
    () => feedOf(api, signals, clusterId),
    [api, signals, clusterId],
  );
  const state = useSyncExternalStore(feed.subscribe, feed.getState);
  return { ...state, refresh: feed.refresh };
}
