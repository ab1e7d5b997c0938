import { useState } from 'react';
import {
  Button,
  Cell,
  CellText,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import { NodePoolReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  readyOfDesired,
  scalingRange,
  TONE_OF_POOL_PHASE,
} from '../../presentation/nodePools';
import { useTexts } from '../../translation';
import { StatusLabel } from '../state';
import { Message } from './Message';
import { Names } from './Names';
import styles from './Tables.module.css';

/** The pools that nodes come from, few enough to read at a glance. */
export function NodePoolTable(props: {
  nodePools: readonly NodePoolReadiness[];
  /** How many to show until the reader asks for all. */
  folded: number;
}) {
  const { nodePools, folded } = props;
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const shown = open ? nodePools : nodePools.slice(0, folded);

  return (
    <div className={`${styles.calm} ${styles.narrow}`}>
      <TableRoot aria-label={t('nodePool.title')}>
        <TableHeader>
          <Column isRowHeader>{t('nodePool.name')}</Column>
          <Column>{t('nodePool.ready')}</Column>
          <Column>{t('nodePool.instanceTypes')}</Column>
          <Column>{t('nodePool.state')}</Column>
        </TableHeader>
        <TableBody dependencies={[t]}>
          {shown.map(pool => (
            <Row key={`${pool.kind}/${pool.name}`}>
              <CellText
                title={pool.name}
                description={t(`nodePool.kind.${pool.kind}`)}
              />
              <CellText
                title={readyOfDesired(pool)}
                description={scalingRange(pool)}
              />
              <Cell>
                <Names names={pool.instanceTypes} none={t('nodePool.any')} />
              </Cell>
              <Cell>
                <StatusLabel tone={TONE_OF_POOL_PHASE[pool.phase]}>
                  {t(`nodePool.phase.${pool.phase}`)}
                </StatusLabel>
                <Message>{pool.message}</Message>
              </Cell>
            </Row>
          ))}
        </TableBody>
      </TableRoot>
      {nodePools.length > folded && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          {open
            ? t('nodePool.showLess')
            : t('nodePool.showAll', { total: String(nodePools.length) })}
        </Button>
      )}
    </div>
  );
}
