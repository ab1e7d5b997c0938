import {
  RemixiconComponentType,
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiIndeterminateCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import { Text } from '@backstage/ui';
import { Tone } from '../../presentation/tone';
import styles from './State.module.css';

const ICON_OF_TONE: Record<Tone, RemixiconComponentType> = {
  success: RiCheckboxCircleFill,
  info: RiTimeLine,
  warning: RiAlertFill,
  danger: RiCloseCircleFill,
  neutral: RiIndeterminateCircleLine,
};

/** A small state in a line of text or a table: a picture and the word. */
export function StatusLabel(props: { tone: Tone; children: string }) {
  const Icon = ICON_OF_TONE[props.tone];
  return (
    <span className={styles.label} data-tone={props.tone}>
      <Icon size={16} aria-hidden />
      <Text variant="body-medium">{props.children}</Text>
    </span>
  );
}
