import { ReactNode } from 'react';
import { RiPulseLine } from '@remixicon/react';
import {
  ClusterResponse,
  Readiness,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ClusterFeedState, useNow } from '../data';
import { isPast, viewCluster } from '../presentation/clusterView';
import { useTexts } from '../translation';
import { ClusterFailure } from './ClusterFailure';
import { ClusterSkeleton } from './ClusterSkeleton';
import { EmptyState } from './EmptyState';
import styles from './Layout.module.css';
import { ProblemList } from './problems';
import { PhaseAnnouncer, StateHeadline, StateNotice } from './state';

/** What is drawn below the headline of a cluster that has been observed. */
export type ObservedCluster = {
  cluster: ClusterResponse;
  readiness: Readiness;
  /** Milliseconds since the epoch. */
  now: number;
};

/** Everything but the age that depends on the time moves on this often, in milliseconds. */
const TICK = 10_000;

/**
 * The state of a cluster: the headline, what is wrong, why it may not be the present, and what the
 * caller draws below. Or, in place of all that, why there is nothing to draw.
 */
export function ClusterBody(props: {
  clusterId: string;
  feed: ClusterFeedState & { refresh: () => void };
  /** How many problems to show until the reader asks for all. */
  foldedProblems?: number;
  children: (observed: ObservedCluster) => ReactNode;
}) {
  const { clusterId, feed, foldedProblems, children } = props;
  const { cluster, failure, fetching, refresh } = feed;
  const { t } = useTexts();
  const now = useNow(TICK);

  if (!cluster) {
    return failure ? (
      <ClusterFailure
        clusterId={clusterId}
        failure={failure}
        fetching={fetching}
        onRetry={refresh}
      />
    ) : (
      <ClusterSkeleton />
    );
  }
  const view = viewCluster(cluster, now);
  if (view.phase === 'Connecting') {
    return (
      <EmptyState
        role="status"
        icon={RiPulseLine}
        title={t('connecting.title')}
        description={[t('connecting.description'), cluster.connection.message]
          .filter(Boolean)
          .join(' ')}
      />
    );
  }
  // That contact is lost is the present; everything below the notice is what was seen before.
  const lost = view.phase === 'Unreachable';
  const problems = view.readiness && view.readiness.problems.length > 0 && (
    <ProblemList problems={view.readiness.problems} folded={foldedProblems} />
  );
  return (
    <div className={styles.stack}>
      <PhaseAnnouncer cluster={cluster.title} phase={view.phase} />
      <StateHeadline view={view} />
      {lost && problems}
      <StateNotice view={view} now={now} failure={failure} onRetry={refresh} />
      {!lost && problems}
      {view.readiness && (
        <div className={`${styles.stack} ${isPast(view) ? styles.past : ''}`}>
          {children({ cluster, readiness: view.readiness, now })}
        </div>
      )}
    </div>
  );
}
