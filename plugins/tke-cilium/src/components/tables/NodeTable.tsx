import { useMemo } from 'react';
import {
  Cell,
  CellText,
  ColumnConfig,
  Flex,
  SearchField,
  Table,
  Text,
  useTable,
} from '@backstage/ui';
import { NodeReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Tone } from '../../presentation/tone';
import { Texts, useTexts } from '../../translation';
import { StatusLabel } from '../state';
import styles from './Tables.module.css';

/** Fewer nodes than this need neither pages nor a search. */
const PAGE_SIZE = 20;

type NodeRow = NodeReadiness & { id: string };

const TONE_OF_AGENT: Record<NodeReadiness['cilium'], Tone> = {
  ready: 'success',
  'not-ready': 'warning',
  missing: 'danger',
  unknown: 'neutral',
  'not-applicable': 'neutral',
};

/** Every node of the cluster, with search and sorting. */
export function NodeTable(props: { nodes: readonly NodeReadiness[] }) {
  const { nodes } = props;
  const texts = useTexts();
  const { t } = texts;
  const columnConfig = useMemo(() => columnsIn(texts), [texts]);
  const data = useMemo(
    () => nodes.map(node => ({ ...node, id: node.name })),
    [nodes],
  );
  const isLong = nodes.length > PAGE_SIZE;
  const { tableProps, search } = useTable<NodeRow>({
    mode: 'complete',
    data,
    initialSort: { column: 'cilium', direction: 'descending' },
    sortFn: sortNodes,
    searchFn: searchNodes,
    paginationOptions: {
      type: isLong ? 'page' : 'none',
      pageSize: PAGE_SIZE,
      pageSizeOptions: [PAGE_SIZE, 50, 100].map(size => ({
        value: size,
        label: t('node.pageSize', { size: String(size) }),
      })),
      getLabel: ({ pageSize, offset = 0, totalCount = 0 }) =>
        t('node.range', {
          from: String(Math.min(offset + 1, totalCount)),
          to: String(Math.min(offset + pageSize, totalCount)),
          total: String(totalCount),
        }),
    },
  });

  if (nodes.length === 0) {
    return (
      <Text as="p" variant="body-medium" color="secondary">
        {t('node.empty')}
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="3" className={styles.calm}>
      {(isLong || search.value) && (
        <SearchField
          size="small"
          className={styles.toolbar}
          aria-label={t('node.search')}
          placeholder={t('node.search')}
          value={search.value}
          onChange={search.onChange}
        />
      )}
      <Table
        {...tableProps}
        columnConfig={columnConfig}
        emptyState={
          <Text variant="body-medium" color="secondary">
            {t('node.noMatch')}
          </Text>
        }
      />
    </Flex>
  );
}

function columnsIn({ t }: Texts): ColumnConfig<NodeRow>[] {
  return [
    {
      id: 'name',
      label: t('node.name'),
      isRowHeader: true,
      isSortable: true,
      cell: node => (
        <CellText title={node.name} description={t(`node.kind.${node.kind}`)} />
      ),
    },
    {
      id: 'ready',
      label: t('node.kubernetes'),
      isSortable: true,
      cell: node => (
        <Cell>
          <StatusLabel tone={node.ready ? 'success' : 'danger'}>
            {node.ready ? t('node.ready') : t('node.notReady')}
          </StatusLabel>
        </Cell>
      ),
    },
    {
      id: 'cilium',
      label: t('node.cilium'),
      isSortable: true,
      cell: node => (
        <Cell>
          <StatusLabel tone={TONE_OF_AGENT[node.cilium]}>
            {t(`node.agent.${node.cilium}`)}
          </StatusLabel>
          {node.message && (
            <Text
              as="p"
              variant="body-small"
              color="secondary"
              className={styles.message}
            >
              {node.message}
            </Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'nodePool',
      label: t('node.pool'),
      isSortable: true,
      cell: node => <CellText title={node.nodePool ?? '–'} />,
    },
    {
      id: 'instanceType',
      label: t('node.instanceType'),
      isSortable: true,
      cell: node => (
        <CellText title={node.instanceType ?? '–'} description={node.zone} />
      ),
    },
    {
      id: 'kernelVersion',
      label: t('node.kernel'),
      isSortable: true,
      cell: node => (
        <CellText
          title={node.kernelVersion ?? '–'}
          description={node.osImage}
        />
      ),
    },
  ];
}

/** How much a node needs to be looked at. */
const URGENCY: Record<NodeReadiness['cilium'], number> = {
  missing: 4,
  'not-ready': 3,
  unknown: 2,
  ready: 1,
  'not-applicable': 0,
};

function sortNodes(
  rows: NodeRow[],
  sort: { column: string | number; direction: 'ascending' | 'descending' },
): NodeRow[] {
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const compare = (a: NodeRow, b: NodeRow) => {
    switch (sort.column) {
      case 'cilium':
        return URGENCY[a.cilium] - URGENCY[b.cilium];
      case 'ready':
        return Number(a.ready) - Number(b.ready);
      default: {
        const column = sort.column as keyof NodeRow;
        return collator.compare(`${a[column] ?? ''}`, `${b[column] ?? ''}`);
      }
    }
  };
  return [...rows].sort(
    (a, b) => sign * compare(a, b) || collator.compare(a.name, b.name),
  );
}

function searchNodes(rows: NodeRow[], search: string): NodeRow[] {
  const wanted = search.trim().toLocaleLowerCase();
  return rows.filter(row =>
    [
      row.name,
      row.nodePool,
      row.instanceType,
      row.zone,
      row.kernelVersion,
      row.osImage,
      row.message,
      row.cilium,
    ].some(value => value?.toLocaleLowerCase().includes(wanted)),
  );
}
