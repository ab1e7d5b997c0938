import { Text } from '@backstage/ui';
import {
  Condition,
  ConditionType,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Tone } from '../../presentation/tone';
import { useTexts } from '../../translation';
import { StatusLabel } from '../state';
import styles from './Facts.module.css';

/** What the readiness is made of, what needs attention first. */
export function ConditionList(props: {
  conditions: readonly Condition[];
  /** Before Cilium is there, what it would bring is not missing. */
  installed: boolean;
  now: number;
}) {
  const { conditions, installed, now } = props;
  const { t, age, time, condition: sayCondition } = useTexts();
  const attention = conditions.filter(({ status }) => status === 'False');
  const unknown = conditions.filter(({ status }) => status === 'Unknown');
  const fine = conditions.filter(({ status }) => status === 'True');

  return (
    <ul className={styles.rows} aria-label={t('condition.title')}>
      {[...attention, ...unknown, ...fine].map(condition => (
        <li key={condition.type} className={styles.row}>
          <div className={styles.rowHead}>
            <Text variant="body-medium" weight="bold">
              {t(`condition.type.${condition.type}`)}
            </Text>
            <span className={styles.rowEnd}>
              <Text variant="body-small" color="secondary">
                <time
                  dateTime={condition.lastTransitionTime}
                  title={t('condition.since', {
                    time: time(condition.lastTransitionTime),
                  })}
                >
                  {age(now - Date.parse(condition.lastTransitionTime))}
                </time>
              </Text>
              <StatusLabel tone={toneOf(condition, installed)}>
                {t(`condition.status.${condition.status}`)}
              </StatusLabel>
            </span>
          </div>
          <Text as="p" variant="body-small" color="secondary">
            {sayCondition(condition)}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** What must hold of every cluster, with or without Cilium. */
const ALWAYS_EXPECTED: ReadonlySet<ConditionType> = new Set([
  'Connected',
  'Supported',
]);

function toneOf(condition: Condition, installed: boolean): Tone {
  switch (condition.status) {
    case 'True':
      return 'success';
    case 'False':
      return installed || ALWAYS_EXPECTED.has(condition.type)
        ? 'danger'
        : 'neutral';
    default:
      return 'neutral';
  }
}
