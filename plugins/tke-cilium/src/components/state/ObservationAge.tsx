import { Text } from '@backstage/ui';
import { useNow } from '../../data';
import { STALE_AFTER } from '../../presentation/clusterView';
import { useTexts } from '../../translation';
import styles from './State.module.css';

/** Younger than this many milliseconds is "just now". */
const JUST_NOW = 5_000;

/** How long ago the cluster was last observed. Counts on by itself. */
export function ObservationAge(props: { observedAt: number | undefined }) {
  const { observedAt } = props;
  const { t, age, time } = useTexts();
  const now = useNow(1_000);

  if (observedAt === undefined) {
    return (
      <Text variant="body-small" color="secondary">
        {t('observed.never')}
      </Text>
    );
  }
  const elapsed = now - observedAt;
  return (
    <Text
      variant="body-small"
      color="secondary"
      className={styles.age}
      data-stale={elapsed > STALE_AFTER || undefined}
    >
      <time
        dateTime={new Date(observedAt).toISOString()}
        title={t('observed.at', { time: time(observedAt) })}
      >
        {elapsed < JUST_NOW
          ? t('observed.justNow')
          : t('observed.ago', { age: age(elapsed) })}
      </time>
    </Text>
  );
}
