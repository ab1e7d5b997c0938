import { useMemo } from 'react';
import { Flex, SearchField, Table, Text, useTable } from '@backstage/ui';
import { NodeReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { chooseColumns } from '../../presentation/columns';
import {
  filterNodes,
  NodeFilter,
  searchNodes,
  sortNodes,
} from '../../presentation/nodes';
import { useTexts } from '../../translation';
import { Choice } from '../Choice';
import layout from '../Layout.module.css';
import { nodeColumns, NodeRow } from './nodeColumns';
import { paginationIn, turnable } from './paginationIn';
import styles from './Tables.module.css';

const PAGE_SIZE = 20;

/** Fewer nodes than this are found without a search. */
const FEW = 4;

/** A key stroke in the search of thousands of nodes must not wait for them, milliseconds. */
const SEARCH_DELAY = 150;

const EVERYTHING: NodeFilter = { cilium: '', nodePool: '', zone: '' };

/** Every node of the cluster, with filters, search and order. */
export function NodeTable(props: {
  nodes: readonly NodeReadiness[];
  /** Milliseconds since the epoch. */
  now: number;
  /** Which columns, in this order. Default: all. */
  columns?: readonly string[];
}) {
  const { nodes, now, columns } = props;
  const texts = useTexts();
  const { t } = texts;
  const columnConfig = useMemo(
    () => chooseColumns(nodeColumns(texts, now), columns),
    [texts, now, columns],
  );
  const data = useMemo(
    () => nodes.map(node => ({ ...node, id: node.name })),
    [nodes],
  );
  const values = useMemo(
    () => ({
      cilium: new Set(nodes.map(({ cilium }) => cilium)),
      nodePool: new Set(nodes.map(({ nodePool }) => nodePool)),
      zone: new Set(nodes.map(({ zone }) => zone)),
    }),
    [nodes],
  );
  const { tableProps, search, filter } = useTable<NodeRow, NodeFilter>({
    mode: 'complete',
    data,
    initialSort: { column: 'cilium', direction: 'descending' },
    initialFilter: EVERYTHING,
    filterFn: filterNodes,
    sortFn: sortNodes,
    searchFn: searchNodes,
    searchDebounceMs: SEARCH_DELAY,
    paginationOptions: paginationIn(texts, PAGE_SIZE, size =>
      t('node.pageSize', { size }),
    ),
  });
  const chosen = filter.value ?? EVERYTHING;
  const isFiltered = search.value || Object.values(chosen).some(Boolean);

  if (nodes.length === 0) {
    return (
      <Text as="p" variant="body-medium" color="secondary">
        {t('node.empty')}
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="3" className={styles.wide}>
      {(nodes.length > FEW || isFiltered) && (
        <div className={layout.fields}>
          <SearchField
            size="small"
            className={layout.search}
            aria-label={t('node.search')}
            placeholder={t('node.search')}
            value={search.value}
            onChange={search.onChange}
          />
          <Choice
            label={t('node.cilium')}
            all={t('node.allAgents')}
            values={values.cilium}
            value={chosen.cilium}
            nameOf={cilium =>
              t(`node.agent.${cilium as NodeReadiness['cilium']}`)
            }
            onChange={cilium => filter.onChange({ ...chosen, cilium })}
          />
          <Choice
            label={t('node.pool')}
            all={t('node.allPools')}
            values={values.nodePool}
            value={chosen.nodePool}
            onChange={nodePool => filter.onChange({ ...chosen, nodePool })}
          />
          <Choice
            label={t('node.zone')}
            all={t('node.allZones')}
            values={values.zone}
            value={chosen.zone}
            onChange={zone => filter.onChange({ ...chosen, zone })}
          />
        </div>
      )}
      <div className={styles.calm}>
        <Table
          {...tableProps}
          pagination={turnable(nodes.length, PAGE_SIZE, tableProps.pagination)}
          columnConfig={columnConfig}
          emptyState={
            <Text variant="body-medium" color="secondary">
              {t('node.noMatch')}
            </Text>
          }
        />
      </div>
    </Flex>
  );
}
