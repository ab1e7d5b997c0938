import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { NodeReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Tone } from '../../presentation/tone';
import { Texts } from '../../translation';
import { StatusLabel } from '../state';
import { Message } from './Message';
import { Names } from './Names';

/** A node with the id that a table needs. */
export type NodeRow = NodeReadiness & { id: string };

const TONE_OF_AGENT: Record<NodeReadiness['cilium'], Tone> = {
  ready: 'success',
  'not-ready': 'warning',
  missing: 'danger',
  unknown: 'neutral',
  'not-applicable': 'neutral',
};

/** All that is known of a node. */
export function nodeColumns(
  { t, age, time }: Texts,
  now: number,
): ColumnConfig<NodeRow>[] {
  return [
    {
      id: 'name',
      width: '14%',
      label: t('node.name'),
      isRowHeader: true,
      isSortable: true,
      cell: node => (
        <CellText title={node.name} description={t(`node.kind.${node.kind}`)} />
      ),
    },
    {
      id: 'ready',
      width: '9%',
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
      width: '14%',
      label: t('node.cilium'),
      isSortable: true,
      cell: node => (
        <Cell>
          <StatusLabel tone={TONE_OF_AGENT[node.cilium]}>
            {t(`node.agent.${node.cilium}`)}
          </StatusLabel>
          <Message>{node.message}</Message>
        </Cell>
      ),
    },
    {
      id: 'taints',
      width: '16%',
      label: t('node.taints'),
      isSortable: true,
      cell: node => (
        <Cell>
          <Names names={node.taints ?? []} none="–" />
        </Cell>
      ),
    },
    {
      id: 'nodePool',
      width: '10%',
      label: t('node.pool'),
      isSortable: true,
      cell: node => <CellText title={node.nodePool ?? '–'} />,
    },
    {
      id: 'zone',
      width: '14%',
      label: t('node.zone'),
      isSortable: true,
      cell: node => (
        <Cell>
          {node.zone ?? '–'}
          <Message>{node.instanceType}</Message>
        </Cell>
      ),
    },
    {
      id: 'kernelVersion',
      width: '13%',
      label: t('node.kernel'),
      isSortable: true,
      cell: node => (
        <CellText
          title={node.kernelVersion ?? '–'}
          description={node.osImage}
        />
      ),
    },
    {
      id: 'createdAt',
      width: '10%',
      label: t('node.age'),
      isSortable: true,
      cell: node => (
        <Cell>
          {node.createdAt ? (
            <time dateTime={node.createdAt} title={time(node.createdAt)}>
              {age(now - Date.parse(node.createdAt))}
            </time>
          ) : (
            '–'
          )}
        </Cell>
      ),
    },
  ];
}
