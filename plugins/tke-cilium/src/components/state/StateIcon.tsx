import {
  RemixiconComponentType,
  RiAlertLine,
  RiCheckLine,
  RiCloseLine,
  RiDownload2Line,
  RiForbid2Line,
  RiHourglass2Line,
  RiLoader4Line,
  RiWifiOffLine,
} from '@remixicon/react';
import { DisplayPhase, Tone } from '../../presentation/tone';
import styles from './State.module.css';

const ICON_OF_PHASE: Record<DisplayPhase, RemixiconComponentType> = {
  Connecting: RiLoader4Line,
  Unreachable: RiWifiOffLine,
  Unsupported: RiForbid2Line,
  NotInstalled: RiDownload2Line,
  Installing: RiLoader4Line,
  WaitingForNodes: RiHourglass2Line,
  Progressing: RiLoader4Line,
  Ready: RiCheckLine,
  Degraded: RiAlertLine,
  Failed: RiCloseLine,
};

/** The picture of a phase. Decoration only: the word stands beside it. */
export function StateIcon(props: {
  phase: DisplayPhase;
  tone: Tone;
  /** Small ones stand for the past and keep still. */
  size?: 'small' | 'large';
}) {
  const { size = 'large' } = props;
  const Icon = ICON_OF_PHASE[props.phase];
  return (
    <span
      aria-hidden
      className={styles.icon}
      data-tone={props.tone}
      data-size={size}
      data-moving={(Icon === RiLoader4Line && size === 'large') || undefined}
    >
      <Icon size={size === 'small' ? 14 : 22} />
    </span>
  );
}
