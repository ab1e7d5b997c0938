import { SignalApi } from '@backstage/plugin-signals-react';
import { ClusterResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeCiliumApi } from '../api';
import { LiveFeed } from './LiveFeed';

/** Milliseconds between two requests that signals ask for. */
const SPACING = 400;

/** What is known about one cluster. */
export function createClusterFeed(options: {
  api: Pick<TkeCiliumApi, 'getCluster'>;
  /** `undefined`: the app has no signals. */
  signals: SignalApi | undefined;
  clusterId: string;
}): LiveFeed<ClusterResponse> {
  const { api, signals, clusterId } = options;
  return LiveFeed.create<ClusterResponse>({
    load: signal => api.getCluster(clusterId, { signal }),
    signals,
    concerns: candidate => candidate === clusterId,
    revisionsOf: ({ revision }) => new Map([[clusterId, revision]]),
    phaseOf: ({ phase }) => phase,
    spacing: SPACING,
  });
}
