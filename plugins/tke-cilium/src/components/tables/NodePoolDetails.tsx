import { useMemo } from 'react';
import { Flex, SearchField, Table, Text, useTable } from '@backstage/ui';
import { NodePoolReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { chooseColumns } from '../../presentation/columns';
import {
  filterNodePools,
  NodePoolFilter,
  searchNodePools,
  sortNodePools,
} from '../../presentation/nodePools';
import { useTexts } from '../../translation';
import { Choice } from '../Choice';
import layout from '../Layout.module.css';
import { NodePoolRow, nodePoolColumns } from './nodePoolColumns';
import { paginationIn, turnable } from './paginationIn';
import styles from './Tables.module.css';

const PAGE_SIZE = 10;

const EVERYTHING: NodePoolFilter = { kind: '', phase: '' };

/** Every pool and all that is known of it, with filters, search and order. */
export function NodePoolDetails(props: {
  nodePools: readonly NodePoolReadiness[];
  /** Milliseconds since the epoch. */
  now: number;
  /** Which columns, in this order. Default: all. */
  columns?: readonly string[];
}) {
  const { nodePools, now, columns } = props;
  const texts = useTexts();
  const { t } = texts;
  const columnConfig = useMemo(
    () => chooseColumns(nodePoolColumns(texts, now), columns),
    [texts, now, columns],
  );
  const data = useMemo(
    () => nodePools.map(pool => ({ ...pool, id: `${pool.kind}/${pool.name}` })),
    [nodePools],
  );
  const { tableProps, search, filter } = useTable<NodePoolRow, NodePoolFilter>({
    mode: 'complete',
    data,
    initialSort: { column: 'phase', direction: 'descending' },
    initialFilter: EVERYTHING,
    filterFn: filterNodePools,
    sortFn: sortNodePools,
    searchFn: searchNodePools,
    paginationOptions: paginationIn(texts, PAGE_SIZE, size =>
      t('nodePool.pageSize', { size }),
    ),
  });
  const chosen = filter.value ?? EVERYTHING;
  const isFiltered = search.value || chosen.kind || chosen.phase;

  return (
    <Flex direction="column" gap="3" className={styles.wide}>
      {/* One or two need no search. */}
      {(nodePools.length > 2 || isFiltered) && (
        <div className={layout.fields}>
          <SearchField
            size="small"
            className={layout.search}
            aria-label={t('nodePool.search')}
            placeholder={t('nodePool.search')}
            value={search.value}
            onChange={search.onChange}
          />
          <Choice
            label={t('nodePool.type')}
            all={t('nodePool.allTypes')}
            values={nodePools.map(({ kind }) => kind)}
            value={chosen.kind}
            nameOf={kind =>
              t(`nodePool.kind.${kind as NodePoolReadiness['kind']}`)
            }
            onChange={kind => filter.onChange({ ...chosen, kind })}
          />
          <Choice
            label={t('nodePool.state')}
            all={t('nodePool.allStates')}
            values={nodePools.map(({ phase }) => phase)}
            value={chosen.phase}
            nameOf={phase =>
              t(`nodePool.phase.${phase as NodePoolReadiness['phase']}`)
            }
            onChange={phase => filter.onChange({ ...chosen, phase })}
          />
        </div>
      )}
      <div className={styles.calm}>
        <Table
          {...tableProps}
          pagination={turnable(data.length, PAGE_SIZE, tableProps.pagination)}
          columnConfig={columnConfig}
          emptyState={
            <Text variant="body-medium" color="secondary">
              {t('nodePool.noMatch')}
            </Text>
          }
        />
      </div>
    </Flex>
  );
}
