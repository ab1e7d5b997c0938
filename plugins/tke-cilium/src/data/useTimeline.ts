import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  ClusterResponse,
  ReadinessTransition,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { tkeCiliumApiRef } from '../api';

/** As many changes as the backend gives at once. */
const CHANGES = 500;

/**
 * The changes of a cluster's state, newest first: of its phase and of its conditions. Until they
 * have arrived, and when they do not, the changes of its phase that come with the cluster.
 */
export function useTimeline(
  cluster: ClusterResponse,
): readonly ReadinessTransition[] {
  const { clusterId, history, readiness } = cluster;
  const api = useApi(tkeCiliumApiRef);
  const [timeline, setTimeline] = useState<readonly ReadinessTransition[]>();
  // Every change has a revision, but not every revision is a change of state.
  const state = [
    history[0]?.revision,
    ...(readiness?.conditions ?? []).map(({ status }) => status),
  ].join();

  useEffect(() => {
    const request = new AbortController();
    api.getTimeline(clusterId, { limit: CHANGES, signal: request.signal }).then(
      ({ items }) => !request.signal.aborted && setTimeline(items),
      () => {},
    );
    return () => request.abort();
  }, [api, clusterId, state]);

  return timeline ?? history;
}
