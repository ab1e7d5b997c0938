import { useMemo } from 'react';
import { RiDownload2Line, RiNodeTree } from '@remixicon/react';
import { Button, Container, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ClusterSummary } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useClusterEntities, useFleet, useNow } from '../../data';
import {
  FleetFilter,
  filterFleet,
  sortFleet,
  toFleetRow,
} from '../../presentation/fleet';
import { useTexts } from '../../translation';
import { EmptyState } from '../EmptyState';
import layout from '../Layout.module.css';
import { fleetCsv, saveFile } from './exportFleet';
import { FleetFailure, FleetRefreshFailure } from './FleetFailure';
import { FleetFilters } from './FleetFilters';
import { FleetSkeleton } from './FleetSkeleton';
import { FleetTable } from './FleetTable';
import styles from './Fleet.module.css';
import { useFleetQuery } from './useFleetQuery';

/** Ages move on this often, in milliseconds. */
const TICK = 10_000;

/** Every cluster that the reader may see. */
export function FleetPage(props: {
  /** Which columns, in this order. Default: all. */
  columns?: readonly string[];
  /** What a page shows that was opened without asking for anything. Default: everything. */
  initialFilter?: Partial<FleetFilter>;
}) {
  const { clusters, failure, fetching, refresh } = useFleet();
  const { t } = useTexts();
  return (
    <Container className={`${layout.card} ${styles.page}`}>
      {clusters && failure && (
        <FleetRefreshFailure failure={failure} onRetry={refresh} />
      )}
      {!clusters && failure && (
        <FleetFailure failure={failure} fetching={fetching} onRetry={refresh} />
      )}
      {!clusters && !failure && <FleetSkeleton />}
      {clusters?.length === 0 && (
        <EmptyState
          icon={RiNodeTree}
          title={t('fleet.empty.title')}
          description={t('fleet.empty.description')}
        />
      )}
      {clusters && clusters.length > 0 && (
        <Fleet clusters={clusters} {...props} />
      )}
    </Container>
  );
}

function Fleet(props: {
  clusters: readonly ClusterSummary[];
  columns?: readonly string[];
  initialFilter?: Partial<FleetFilter>;
}) {
  const { clusters, columns, initialFilter } = props;
  const texts = useTexts();
  const { t } = texts;
  const now = useNow(TICK);
  const query = useFleetQuery(initialFilter);
  const entities = useClusterEntities(clusters);
  const pageOf = useRouteRef(entityRouteRef);
  const rows = useMemo(
    () =>
      clusters.map(cluster => {
        const entity = entities.get(cluster.clusterId);
        return toFleetRow(cluster, entity, entity && pageOf(entity.route), now);
      }),
    [clusters, entities, pageOf, now],
  );
  const shown = useMemo(
    () => filterFleet(rows, query.filter),
    [rows, query.filter],
  );
  return (
    <div className={layout.stack}>
      <FleetFilters rows={rows} query={query} />
      <div className={styles.above}>
        <Text as="p" role="status" variant="body-medium" color="secondary">
          {t('fleet.shown', {
            shown: String(shown.length),
            total: String(rows.length),
          })}
        </Text>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiDownload2Line aria-hidden />}
          onPress={() =>
            saveFile(
              'clusters.csv',
              fleetCsv(sortFleet(shown, query.sort), texts),
            )
          }
        >
          {t('fleet.export')}
        </Button>
      </div>
      <FleetTable rows={shown} query={query} now={now} columns={columns} />
    </div>
  );
}
