import { Cell, CellText, ColumnConfig, Text } from '@backstage/ui';
import { FleetRow } from '../../presentation/fleet';
import { Texts } from '../../translation';
import { StatusLabel } from '../state';
import styles from './Fleet.module.css';

/** All that is shown of a cluster in the fleet. */
export function fleetColumns(
  texts: Texts,
  now: number,
): ColumnConfig<FleetRow>[] {
  const { t, age, time, problem } = texts;
  return [
    {
      id: 'title',
      width: '20%',
      label: t('fleet.cluster'),
      isRowHeader: true,
      isSortable: true,
      cell: row => (
        <CellText
          title={row.title}
          description={
            row.simulation ? `${row.id} · ${t('simulation.mark')}` : row.id
          }
          href={row.href}
        />
      ),
    },
    {
      id: 'phase',
      width: '12%',
      label: t('fleet.state'),
      isSortable: true,
      cell: row => (
        <Cell>
          <StatusLabel tone={row.tone}>{t(`phase.${row.phase}`)}</StatusLabel>
        </Cell>
      ),
    },
    {
      id: 'problem',
      width: '18%',
      label: t('fleet.problem'),
      cell: row => (
        <Cell>
          <Problem
            text={row.problem ? problem(row.problem).message : undefined}
          />
        </Cell>
      ),
    },
    {
      id: 'nodes',
      width: '7%',
      label: t('fleet.nodes'),
      isSortable: true,
      cell: row => (
        <CellText
          title={row.nodes ? `${row.nodes.ready}/${row.nodes.total}` : '–'}
        />
      ),
    },
    {
      id: 'nodePools',
      width: '9%',
      label: t('fleet.nodePools'),
      isSortable: true,
      cell: row => (
        <CellText
          title={row.nodePools ? `${row.nodePools.total}` : '–'}
          description={
            row.nodePools?.failed
              ? t('fleet.poolsFailed', { failed: String(row.nodePools.failed) })
              : undefined
          }
        />
      ),
    },
    {
      id: 'ciliumVersion',
      width: '9%',
      label: t('fact.cilium'),
      isSortable: true,
      cell: row => (
        <CellText title={row.ciliumVersion ?? '–'} description={row.profile} />
      ),
    },
    {
      id: 'kubernetesVersion',
      width: '9%',
      label: t('fact.kubernetes'),
      isSortable: true,
      cell: row => <CellText title={row.kubernetesVersion ?? '–'} />,
    },
    {
      id: 'region',
      width: '8%',
      label: t('fleet.region'),
      isSortable: true,
      cell: row => <CellText title={row.region ?? '–'} />,
    },
    {
      id: 'observedAt',
      width: '8%',
      label: t('fleet.observed'),
      isSortable: true,
      cell: row => (
        <Cell>
          <Text variant="body-small" color="secondary">
            {row.observedAt === undefined ? (
              t('observed.never')
            ) : (
              <time
                dateTime={new Date(row.observedAt).toISOString()}
                title={t('observed.at', { time: time(row.observedAt) })}
              >
                {age(now - row.observedAt)}
              </time>
            )}
          </Text>
        </Cell>
      ),
    },
  ];
}

/** As much of a problem as two lines hold; all of it on pointing, and to screen readers. */
function Problem(props: { text: string | undefined }) {
  const { text } = props;
  return (
    <Text variant="body-small" title={text} className={styles.problem}>
      {text ?? '–'}
    </Text>
  );
}
