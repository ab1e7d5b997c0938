import { useMemo, useState } from 'react';
import { Button, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { ReadinessTransition } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { conditionSpans, phaseSpans, shares } from '../../presentation/spans';
import { Tone, TONE_OF_PHASE } from '../../presentation/tone';
import { useTexts } from '../../translation';
import { TimelineAxis } from './TimelineAxis';
import { TimelineLane } from './TimelineLane';
import { TimelineLegend } from './TimelineLegend';
import styles from './Timeline.module.css';

const HOUR = 3_600_000;

/** What a reader can look back over, shortest first, in milliseconds. */
const LOOKBACKS = {
  hour: HOUR,
  day: 24 * HOUR,
  week: 7 * 24 * HOUR,
  month: 30 * 24 * HOUR,
} as const;

type Lookback = keyof typeof LOOKBACKS;

const TONE_OF_STATUS: Record<'True' | 'False' | 'Unknown', Tone> = {
  True: 'success',
  False: 'warning',
  Unknown: 'neutral',
};

/**
 * The states of a cluster over time as a picture: one lane for the phase and, on request, one for
 * each condition that changed. What it shows is also said in words: the shares below it, and the
 * list of changes that belongs beside it.
 */
export function TimelineChart(props: {
  transitions: readonly ReadinessTransition[];
  /** Milliseconds since the epoch. */
  now: number;
}) {
  const { transitions, now } = props;
  const { t, percent } = useTexts();
  const [chosen, setChosen] = useState<Lookback>();
  const [open, setOpen] = useState(false);
  const lookback = chosen ?? lookbackFor(transitions, now);
  const window = useMemo(
    () => ({ from: now - LOOKBACKS[lookback], to: now }),
    [now, lookback],
  );
  const phases = useMemo(
    () => phaseSpans(transitions, window),
    [transitions, window],
  );
  const conditions = useMemo(
    () => conditionSpans(transitions, window),
    [transitions, window],
  );
  if (transitions.length === 0) {
    return null;
  }
  const parts = shares(phases);
  return (
    <figure className={styles.chart} aria-label={t('timeline.title')}>
      <ToggleButtonGroup
        aria-label={t('timeline.lookback')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[lookback]}
        onSelectionChange={([key]) => setChosen(key as Lookback)}
      >
        {(Object.keys(LOOKBACKS) as Lookback[]).map(each => (
          <ToggleButton key={each} id={each} size="small">
            {t(`timeline.lookback.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div
        role="img"
        className={styles.lanes}
        aria-label={t('timeline.saying', {
          lookback: t(`timeline.lookback.${lookback}`),
          shares: parts
            .map(([phase, part]) => `${t(`phase.${phase}`)} ${percent(part)}`)
            .join(', '),
        })}
      >
        <TimelineLane
          name={t('timeline.state')}
          spans={phases}
          window={window}
          toneOf={phase => TONE_OF_PHASE[phase]}
          nameOf={phase => t(`phase.${phase}`)}
          tall
        />
        {open &&
          [...conditions].map(([type, spans]) => (
            <TimelineLane
              key={type}
              name={t(`condition.type.${type}`)}
              spans={spans}
              window={window}
              toneOf={status => TONE_OF_STATUS[status]}
              nameOf={status => t(`condition.status.${status}`)}
            />
          ))}
        <TimelineAxis window={window} />
      </div>
      <TimelineLegend shares={parts} />
      {conditions.size > 0 && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={open}
          onPress={() => setOpen(!open)}
        >
          {t(open ? 'timeline.hideConditions' : 'timeline.showConditions')}
        </Button>
      )}
      {phases.length === 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('timeline.nothing')}
        </Text>
      )}
    </figure>
  );
}

/** The shortest that shows every change, a week at most: older ones are there on request. */
function lookbackFor(
  transitions: readonly ReadinessTransition[],
  now: number,
): Lookback {
  const oldest = transitions.at(-1);
  const age = oldest ? now - Date.parse(oldest.at) : 0;
  return (
    (['hour', 'day'] as const).find(each => age <= LOOKBACKS[each]) ?? 'week'
  );
}
