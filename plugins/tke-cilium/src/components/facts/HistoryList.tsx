import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { ReadinessTransition } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TONE_OF_PHASE } from '../../presentation/tone';
import { useTexts } from '../../translation';
import { StateIcon } from '../state';
import styles from './Facts.module.css';

/** How many states are shown until the reader asks for all. */
const FOLDED = 8;

/** The states that a cluster went through, newest first. */
export function HistoryList(props: {
  history: readonly ReadinessTransition[];
  now: number;
}) {
  const { history, now } = props;
  const { t, age, time, past } = useTexts();
  const [open, setOpen] = useState(false);

  if (history.length === 0) {
    return (
      <Text as="p" variant="body-medium" color="secondary">
        {t('history.empty')}
      </Text>
    );
  }
  return (
    <div>
      <ol
        className={`${styles.rows} ${styles.timeline}`}
        aria-label={t('history.label')}
      >
        {history.slice(0, open ? undefined : FOLDED).map(transition => (
          <li key={transition.revision} className={styles.row}>
            <StateIcon
              size="small"
              phase={transition.phase}
              tone={TONE_OF_PHASE[transition.phase]}
            />
            <div>
              <Text as="p" variant="body-medium">
                <Text weight="bold">{t(`phase.${transition.phase}`)}</Text>{' '}
                <Text variant="body-small" color="secondary">
                  <time dateTime={transition.at} title={time(transition.at)}>
                    {age(now - Date.parse(transition.at))}
                  </time>
                </Text>
              </Text>
              <Text as="p" variant="body-small" color="secondary">
                {past(transition)}
              </Text>
            </div>
          </li>
        ))}
      </ol>
      {history.length > FOLDED && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          {open ? t('history.showLess') : t('history.showAll')}
        </Button>
      )}
    </div>
  );
}
