import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { NodePoolReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  readyOfDesired,
  scalingRange,
  TONE_OF_POOL_PHASE,
} from '../../presentation/nodePools';
import { Texts } from '../../translation';
import { StatusLabel } from '../state';
import { Message } from './Message';
import { Names } from './Names';

/** A pool with the id that a table needs. */
export type NodePoolRow = NodePoolReadiness & { id: string };

/** All that is known of a pool. */
export function nodePoolColumns(
  { t, age, time }: Texts,
  now: number,
): ColumnConfig<NodePoolRow>[] {
  return [
    {
      id: 'name',
      width: '14%',
      label: t('nodePool.name'),
      isRowHeader: true,
      isSortable: true,
      cell: pool => <CellText title={pool.name} />,
    },
    {
      id: 'kind',
      width: '9%',
      label: t('nodePool.type'),
      isSortable: true,
      cell: pool => <CellText title={t(`nodePool.kind.${pool.kind}`)} />,
    },
    {
      id: 'ready',
      width: '9%',
      label: t('nodePool.ready'),
      isSortable: true,
      cell: pool => <CellText title={readyOfDesired(pool)} />,
    },
    {
      id: 'scaling',
      width: '9%',
      label: t('nodePool.scaling'),
      isSortable: true,
      cell: pool => <CellText title={scalingRange(pool) ?? '–'} />,
    },
    {
      id: 'instanceTypes',
      width: '16%',
      label: t('nodePool.instanceTypes'),
      isSortable: true,
      cell: pool => (
        <Cell>
          <Names names={pool.instanceTypes} none={t('nodePool.any')} />
        </Cell>
      ),
    },
    {
      id: 'zones',
      width: '15%',
      label: t('nodePool.zones'),
      isSortable: true,
      cell: pool => (
        <Cell>
          <Names names={pool.zones} none={t('nodePool.any')} />
        </Cell>
      ),
    },
    {
      id: 'createdAt',
      width: '9%',
      label: t('nodePool.created'),
      isSortable: true,
      cell: pool => (
        <Cell>
          {pool.createdAt ? (
            <time dateTime={pool.createdAt} title={time(pool.createdAt)}>
              {age(now - Date.parse(pool.createdAt))}
            </time>
          ) : (
            '–'
          )}
        </Cell>
      ),
    },
    {
      id: 'phase',
      width: '19%',
      label: t('nodePool.state'),
      isSortable: true,
      cell: pool => (
        <Cell>
          <StatusLabel tone={TONE_OF_POOL_PHASE[pool.phase]}>
            {t(`nodePool.phase.${pool.phase}`)}
          </StatusLabel>
          <Message>{pool.message}</Message>
        </Cell>
      ),
    },
  ];
}
