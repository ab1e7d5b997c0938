import { Text } from '@backstage/ui';
import { TimeWindow } from '../../presentation/spans';
import { useTexts } from '../../translation';
import styles from './Timeline.module.css';

const DAY = 86_400_000;

/** When the bands above begin, what their middle is, and that they end now. */
export function TimelineAxis(props: { window: TimeWindow }) {
  const { from, to } = props.window;
  const { t, language } = useTexts();
  const format = new Intl.DateTimeFormat(
    language,
    to - from > DAY
      ? { month: 'short', day: 'numeric' }
      : { hour: '2-digit', minute: '2-digit' },
  );
  return (
    <div className={styles.axis}>
      {[
        format.format(from),
        format.format((from + to) / 2),
        t('timeline.now'),
      ].map(label => (
        <Text key={label} variant="body-x-small" color="secondary">
          {label}
        </Text>
      ))}
    </div>
  );
}
