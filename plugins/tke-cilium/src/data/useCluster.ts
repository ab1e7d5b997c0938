import { useMemo, useSyncExternalStore } from 'react';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { ClusterResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeCiliumApi, tkeCiliumApiRef } from '../api';
import { createClusterFeed } from './createClusterFeed';
import { LiveFeed } from './LiveFeed';
import { RequestFailure } from './RequestFailure';
import { useWhileReading } from './useWhileReading';

/** What is known about a cluster in this browser. */
export type ClusterFeedState = {
  /** The newest answer. Stays when a later request fails for want of an answer. */
  cluster?: ClusterResponse;
  /** The last request failed. */
  failure?: RequestFailure;
  /** A request is under way. */
  fetching: boolean;
};

const feeds = new WeakMap<
  TkeCiliumApi,
  Map<string, LiveFeed<ClusterResponse>>
>();

/** The one feed of a cluster, shared by everything on the page that shows it. */
function feedOf(
  api: TkeCiliumApi,
  signals: SignalApi | undefined,
  clusterId: string,
): LiveFeed<ClusterResponse> {
  let ofApi = feeds.get(api);
  if (!ofApi) {
    ofApi = new Map();
    feeds.set(api, ofApi);
  }
  let feed = ofApi.get(clusterId);
  if (!feed) {
    feed = createClusterFeed({ api, signals, clusterId });
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
  const { value, ...state } = useSyncExternalStore(
    feed.subscribe,
    feed.getState,
  );
  return { ...state, cluster: useWhileReading(value), refresh: feed.refresh };
}
