import { ReadinessPhase } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** How something feels. Always shown together with an icon and a word, never by colour alone. */
export type Tone = 'success' | 'info' | 'warning' | 'danger' | 'neutral';

/** A phase, or the time before anything was observed. */
export type DisplayPhase = ReadinessPhase | 'Connecting';

/** The tone of every phase. */
export const TONE_OF_PHASE: Record<DisplayPhase, Tone> = {
  Connecting: 'neutral',
  Unreachable: 'danger',
  Unsupported: 'warning',
  NotInstalled: 'neutral',
  Installing: 'info',
  WaitingForNodes: 'info',
  Progressing: 'info',
  Ready: 'success',
  Degraded: 'warning',
  Failed: 'danger',
};
