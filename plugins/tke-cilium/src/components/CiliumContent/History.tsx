import { ClusterResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useTimeline } from '../../data';
import { useTexts } from '../../translation';
import { Card } from '../Card';
import { HistoryList } from '../facts';
import styles from '../Layout.module.css';
import { TimelineChart } from '../timeline';

/** How the cluster came to its state. What arrives late here does not touch the tables above. */
export function History(props: { cluster: ClusterResponse; now: number }) {
  const { cluster, now } = props;
  const { t } = useTexts();
  const timeline = useTimeline(cluster);
  return (
    <Card title={t('history.title')}>
      <div className={styles.stack}>
        <TimelineChart transitions={timeline} now={now} />
        <HistoryList history={cluster.history} now={now} />
      </div>
    </Card>
  );
}
