import { SignalApi } from '@backstage/plugin-signals-react';
import { ClusterSummary } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeCiliumApi } from '../api';
import { isSettling } from '../presentation/isSettling';
import { LiveFeed } from './LiveFeed';

/** Milliseconds: in a large fleet there is always a cluster that changes. */
const SPACING = 2_000;

/** What is known about all clusters that the reader may see. */
export function createFleetFeed(options: {
  api: Pick<TkeCiliumApi, 'getClusters'>;
  /** `undefined`: the app has no signals. */
  signals: SignalApi | undefined;
}): LiveFeed<ClusterSummary[]> {
  const { api, signals } = options;
  return LiveFeed.create<ClusterSummary[]>({
    load: signal => api.getClusters({ signal }),
    signals,
    concerns: () => true,
    revisionsOf: clusters =>
      new Map(clusters.map(({ clusterId, revision }) => [clusterId, revision])),
    phaseOf: clusters =>
      clusters.find(({ phase }) => phase && isSettling(phase))?.phase ??
      'Ready',
    spacing: SPACING,
  });
}
