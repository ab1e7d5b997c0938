import { useState } from 'react';
import {
  Button,
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
} from '@backstage/ui';
import { ConfigurationReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { useTexts } from '../../translation';
import { StatusLabel } from '../state';
import tables from '../tables/Tables.module.css';
import styles from './Facts.module.css';

/** How many are shown until the reader asks for all. */
const FOLDED = 8;

/** Which settings are not as the install profile makes them. */
export function ProfileDifferences(props: {
  configuration: ConfigurationReadiness | undefined;
}) {
  const { configuration } = props;
  const { t } = useTexts();
  if (!configuration) {
    return (
      <StatusLabel tone="neutral">{t('configuration.unknown')}</StatusLabel>
    );
  }
  const { profile, total } = configuration;
  return total === 0 ? (
    <StatusLabel tone="success">
      {t('configuration.asProfile', { profile })}
    </StatusLabel>
  ) : (
    <DifferenceTable configuration={configuration} />
  );
}

function DifferenceTable(props: { configuration: ConfigurationReadiness }) {
  const { profile, total, differences } = props.configuration;
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const shown = open ? differences : differences.slice(0, FOLDED);
  const title = t('configuration.notAsProfile', { profile, count: total });
  return (
    <div className={styles.differences}>
      <Text variant="body-medium">{title}</Text>
      <div className={`${tables.calm} ${tables.compared}`}>
        <TableRoot aria-label={title}>
          <TableHeader>
            <Column isRowHeader>{t('configuration.key')}</Column>
            <Column>{t('configuration.expected')}</Column>
            <Column>{t('configuration.actual')}</Column>
          </TableHeader>
          <TableBody dependencies={[t]}>
            {shown.map(({ key, expected, actual }) => (
              <Row key={key}>
                <Cell>
                  <Text variant="body-small" className={styles.image}>
                    {key}
                  </Text>
                </Cell>
                <Cell>
                  <SettingValue>{expected}</SettingValue>
                </Cell>
                <Cell>
                  <SettingValue>{actual}</SettingValue>
                </Cell>
              </Row>
            ))}
          </TableBody>
        </TableRoot>
      </div>
      {open && total > differences.length && (
        <Text variant="body-small" color="secondary">
          {t('configuration.more', {
            shown: String(differences.length),
            total: String(total),
          })}
        </Text>
      )}
      {differences.length > FOLDED && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          {open ? t('configuration.showLess') : t('configuration.showAll')}
        </Button>
      )}
    </div>
  );
}

/** A value as it is in the ConfigMap, an empty one in quotation marks. */
function SettingValue(props: { children: string | undefined }) {
  const { t } = useTexts();
  return props.children === undefined ? (
    <Text variant="body-small" color="secondary">
      {t('configuration.unset')}
    </Text>
  ) : (
    <Text variant="body-small" className={styles.image}>
      {props.children || '""'}
    </Text>
  );
}
