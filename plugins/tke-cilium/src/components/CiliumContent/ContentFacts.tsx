import {
  ClusterResponse,
  Readiness,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useNow } from '../../data';
import { isPast, viewCluster } from '../../presentation/clusterView';
import { isInstalled } from '../../presentation/isInstalled';
import { useTexts } from '../../translation';
import { Card } from '../Card';
import {
  ComponentList,
  ConditionList,
  Configuration,
  WorkloadList,
} from '../facts';
import { GuideLink } from '../GuideLink';
import styles from '../Layout.module.css';
import { NodePoolLink } from '../NodePoolLink';
import { NodePoolDetails, NodeTable, NoNodePools } from '../tables';
import { History } from './History';

/** Ages in the lists move on this often, in milliseconds. */
const TICK = 10_000;

/** Which columns the tables have, in this order. Default: all. */
export type ContentColumns = {
  nodes?: readonly string[];
  nodePools?: readonly string[];
};

/** Everything known about a cluster, below the head of the tab. */
export function ContentFacts(props: {
  cluster: ClusterResponse;
  readiness: Readiness;
  columns: ContentColumns;
}) {
  const { cluster, readiness, columns } = props;
  const { conditions, nodePools, nodes, tkeComponents } = readiness;
  const { t } = useTexts();
  const now = useNow(TICK);
  const past = isPast(viewCluster(cluster, now));
  const installed = isInstalled(readiness);
  // Of a cluster that was never reached, nothing may be called absent.
  const known = cluster.observedAt !== undefined;
  return (
    <div className={`${styles.stack} ${past ? styles.past : ''}`}>
      {known && (
        <Card
          title={t('nodePool.title')}
          headerActions={
            <>
              <GuideLink section="nodePools" about={t('nodePool.title')} />
              {installed && <NodePoolLink variant="secondary" />}
            </>
          }
        >
          {nodePools.length > 0 ? (
            <NodePoolDetails
              nodePools={nodePools}
              now={now}
              columns={columns.nodePools}
            />
          ) : (
            <NoNodePools readiness={readiness} />
          )}
        </Card>
      )}
      {known && (
        <Card title={t('node.title')}>
          <NodeTable nodes={nodes} now={now} columns={columns.nodes} />
        </Card>
      )}
      <div className={styles.columns}>
        <Card title={t('condition.title')}>
          <ConditionList
            conditions={conditions}
            installed={installed}
            now={now}
          />
        </Card>
        <div className={styles.column}>
          {installed && (
            <Card
              title={t('configuration.title')}
              headerActions={
                <GuideLink
                  section="configuration"
                  about={t('configuration.title')}
                />
              }
            >
              <Configuration readiness={readiness} />
            </Card>
          )}
          {installed && (
            <Card title={t('workload.title')}>
              <WorkloadList readiness={readiness} />
            </Card>
          )}
          {known && (
            <Card
              title={t('component.title')}
              headerActions={
                <GuideLink section="components" about={t('component.title')} />
              }
            >
              <ComponentList components={tkeComponents} installed={installed} />
            </Card>
          )}
        </div>
      </div>
      <History cluster={cluster} now={now} />
    </div>
  );
}
