import { useMemo } from 'react';
import { Table, Text, useTable } from '@backstage/ui';
import { chooseColumns } from '../../presentation/columns';
import { FleetRow, sortFleet } from '../../presentation/fleet';
import { useTexts } from '../../translation';
import { paginationIn, turnable } from '../tables/paginationIn';
import tables from '../tables/Tables.module.css';
import styles from './Fleet.module.css';
import { fleetColumns } from './fleetColumns';
import { FleetQuery } from './useFleetQuery';

const PAGE_SIZE = 25;

/** The clusters, page by page. */
export function FleetTable(props: {
  rows: readonly FleetRow[];
  query: FleetQuery;
  /** Milliseconds since the epoch. */
  now: number;
  /** Which columns, in this order. Default: all. */
  columns: readonly string[] | undefined;
}) {
  const { rows, query, now, columns } = props;
  const texts = useTexts();
  const { t } = texts;
  const columnConfig = useMemo(
    () => chooseColumns(fleetColumns(texts, now), columns),
    [texts, now, columns],
  );
  const { tableProps } = useTable<FleetRow>({
    mode: 'complete',
    data: useMemo(() => [...rows], [rows]),
    sort: query.sort,
    onSortChange: query.sortBy,
    sortFn: sortFleet,
    paginationOptions: paginationIn(texts, PAGE_SIZE, size =>
      t('fleet.pageSize', { size }),
    ),
  });
  return (
    <div className={`${tables.calm} ${styles.table}`}>
      <Table
        {...tableProps}
        pagination={turnable(rows.length, PAGE_SIZE, tableProps.pagination)}
        columnConfig={columnConfig}
        emptyState={
          <Text variant="body-medium" color="secondary">
            {t('fleet.noMatch')}
          </Text>
        }
      />
    </div>
  );
}
