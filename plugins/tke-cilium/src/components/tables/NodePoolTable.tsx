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
  Text,
} from '@backstage/ui';
import { NodePoolReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Tone } from '../../presentation/tone';
import { useTexts } from '../../translation';
import { StatusLabel } from '../state';
import styles from './Tables.module.css';

const TONE_OF_PHASE: Record<NodePoolReadiness['phase'], Tone> = {
  Ready: 'success',
  Scaling: 'info',
  Failed: 'danger',
  Empty: 'neutral',
  Unknown: 'neutral',
};

/** The pools that nodes come from, few enough to read at a glance. */
export function NodePoolTable(props: {
  nodePools: readonly NodePoolReadiness[];
  /** How many to show until the reader asks for all. */
  folded?: number;
  /** Also zones and age, where there is room for them. */
  detailed?: { now: number };
}) {
  const { nodePools, folded = Infinity, detailed } = props;
  const { t, age } = useTexts();
  const [open, setOpen] = useState(false);
  const shown = open ? nodePools : nodePools.slice(0, folded);

  return (
    <div className={`${styles.calm} ${detailed ? '' : styles.narrow}`}>
      <TableRoot aria-label={t('nodePool.title')}>
        <TableHeader>
          <Column isRowHeader>{t('nodePool.name')}</Column>
          <Column>{t('nodePool.ready')}</Column>
          <Column>{t('nodePool.instanceTypes')}</Column>
          {detailed && <Column>{t('nodePool.zones')}</Column>}
          {detailed && <Column>{t('nodePool.created')}</Column>}
          <Column>{t('nodePool.state')}</Column>
        </TableHeader>
        <TableBody dependencies={[t, detailed]}>
          {shown.map(pool => (
            <Row key={`${pool.kind}/${pool.name}`}>
              <CellText
                title={pool.name}
                description={t(`nodePool.kind.${pool.kind}`)}
              />
              <CellText
                title={
                  pool.desired === undefined
                    ? `${pool.ready}`
                    : `${pool.ready}/${pool.desired}`
                }
                description={scaling(pool)}
              />
              <Cell>
                <Names names={pool.instanceTypes} />
              </Cell>
              {detailed && (
                <Cell>
                  <Names names={pool.zones} />
                </Cell>
              )}
              {detailed && (
                <CellText
                  title={
                    pool.createdAt
                      ? age(detailed.now - Date.parse(pool.createdAt))
                      : '–'
                  }
                />
              )}
              <Cell>
                <StatusLabel tone={TONE_OF_PHASE[pool.phase]}>
                  {t(`nodePool.phase.${pool.phase}`)}
                </StatusLabel>
                {pool.message && (
                  <Text
                    as="p"
                    variant="body-small"
                    color="secondary"
                    className={styles.message}
                  >
                    {pool.message}
                  </Text>
                )}
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

/** At most two names, and how many more there are; all of them on pointing. */
function Names(props: { names: readonly string[] }) {
  const { names } = props;
  const { t } = useTexts();
  const rest = names.length - 2;
  return (
    <Text variant="body-medium" title={names.join(', ')}>
      {names.length === 0 ? t('nodePool.any') : names.slice(0, 2).join(', ')}
      {rest > 0 && (
        <Text variant="body-medium" color="secondary">
          {' '}
          +{rest}
        </Text>
      )}
    </Text>
  );
}

function scaling(pool: NodePoolReadiness): string | undefined {
  const { minimum, maximum } = pool;
  return minimum === undefined && maximum === undefined
    ? undefined
    : `${minimum ?? 0} – ${maximum ?? '∞'}`;
}
