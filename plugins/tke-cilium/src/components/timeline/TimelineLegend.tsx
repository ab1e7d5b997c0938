import { Text } from '@backstage/ui';
import { ReadinessPhase } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TONE_OF_PHASE } from '../../presentation/tone';
import { useTexts } from '../../translation';
import styles from './Timeline.module.css';

/** Which phases there were, and for what part of the time. */
export function TimelineLegend(props: {
  shares: readonly [ReadinessPhase, number][];
}) {
  const { t, percent } = useTexts();
  return (
    <ul className={styles.legend} aria-label={t('timeline.shares')}>
      {props.shares.map(([phase, share]) => (
        <li key={phase} className={styles.entry}>
          <span
            aria-hidden
            className={styles.swatch}
            data-tone={TONE_OF_PHASE[phase]}
          />
          <Text variant="body-small">{t(`phase.${phase}`)}</Text>
          <Text variant="body-small" color="secondary">
            {percent(share)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
