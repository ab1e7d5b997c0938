import { Text } from '@backstage/ui';
import { Span, TimeWindow } from '../../presentation/spans';
import { Tone } from '../../presentation/tone';
import { useTexts } from '../../translation';
import styles from './Timeline.module.css';

/** One thing over time: a band in which every value has a tone and a pattern of its own. */
export function TimelineLane<Value extends string>(props: {
  name: string;
  spans: readonly Span<Value>[];
  window: TimeWindow;
  toneOf: (value: Value) => Tone;
  nameOf: (value: Value) => string;
  tall?: boolean;
}) {
  const { name, spans, window, toneOf, nameOf, tall } = props;
  const { time } = useTexts();
  const length = window.to - window.from;
  const percentOf = (milliseconds: number) =>
    `${(100 * milliseconds) / length}%`;
  return (
    <>
      <Text
        variant="body-small"
        color={tall ? 'primary' : 'secondary'}
        className={styles.name}
      >
        {name}
      </Text>
      <div className={styles.band} data-tall={tall || undefined}>
        {spans.map(({ value, from, to }) => (
          <span
            key={from}
            className={styles.span}
            data-tone={toneOf(value)}
            title={`${nameOf(value)}: ${time(from)} – ${time(to)}`}
            style={{
              left: percentOf(from - window.from),
              width: percentOf(to - from),
            }}
          />
        ))}
      </div>
    </>
  );
}
