import { useDeferredValue } from 'react';
import { useCluster } from '../../data';
import { useTexts } from '../../translation';
import { Card } from '../Card';
import { ClusterBody } from '../ClusterBody';
import styles from '../Layout.module.css';
import { MissingClusterId } from '../MissingClusterId';
import { RefreshButton } from '../RefreshButton';
import { SimulationMark } from '../SimulationMark';
import { ObservationAge } from '../state';
import { ClusterTask } from '../task';
import { useClusterId } from '../useClusterId';
import { ContentColumns, ContentFacts } from './ContentFacts';
import { ContentHead } from './ContentHead';

/** The tab on a cluster's page that shows everything known about Cilium there. */
export function CiliumContent(props: { columns?: ContentColumns }) {
  const clusterId = useClusterId();
  const { t } = useTexts();
  return clusterId ? (
    <ClusterContent clusterId={clusterId} columns={props.columns ?? {}} />
  ) : (
    <Card title={t('title')}>
      <MissingClusterId />
    </Card>
  );
}

function ClusterContent(props: { clusterId: string; columns: ContentColumns }) {
  const { clusterId, columns } = props;
  const { t } = useTexts();
  const feed = useCluster(clusterId);
  const observedAt = feed.cluster?.observedAt;
  // The tables take their time to draw. The state of the cluster, and the reader, go first.
  const cluster = useDeferredValue(feed.cluster);
  return (
    <div className={styles.stack}>
      <ClusterTask clusterId={clusterId} />
      <Card
        title={t('title')}
        headerActions={
          <>
            <SimulationMark />
            {observedAt && (
              <ObservationAge observedAt={Date.parse(observedAt)} />
            )}
            <RefreshButton clusterId={clusterId} />
          </>
        }
      >
        <ClusterBody clusterId={clusterId} feed={feed}>
          {observed => <ContentHead {...observed} />}
        </ClusterBody>
      </Card>
      {cluster?.readiness && (
        <ContentFacts
          cluster={cluster}
          readiness={cluster.readiness}
          columns={columns}
        />
      )}
    </div>
  );
}
