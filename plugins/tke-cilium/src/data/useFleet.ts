import { useMemo, useSyncExternalStore } from 'react';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { ClusterSummary } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeCiliumApi, tkeCiliumApiRef } from '../api';
import { createFleetFeed } from './createFleetFeed';
import { LiveFeed } from './LiveFeed';
import { RequestFailure } from './RequestFailure';
import { useWhileReading } from './useWhileReading';

const feeds = new WeakMap<TkeCiliumApi, LiveFeed<ClusterSummary[]>>();

/** All clusters that the reader may see, kept up to date while the component is mounted. */
export function useFleet(): {
  clusters?: ClusterSummary[];
  failure?: RequestFailure;
  fetching: boolean;
  refresh: () => void;
} {
  const api = useApi(tkeCiliumApiRef);
  const signals = useApiHolder().get(signalApiRef);
  const feed = useMemo(() => {
    const known = feeds.get(api) ?? createFleetFeed({ api, signals });
    feeds.set(api, known);
    return known;
  }, [api, signals]);
  const { value, ...state } = useSyncExternalStore(
    feed.subscribe,
    feed.getState,
  );
  return { ...state, clusters: useWhileReading(value), refresh: feed.refresh };
}
