import type { MortalBackstage } from './MortalBackstage';

/** Where a backend dies, and what happens around it. */
export type Death = {
  /** What the backend has printed when it dies. */
  at: RegExp;
  /** What has happened by then, besides. */
  when?: (backstage: MortalBackstage) => Promise<void>;
  /** What happens while it is dead. */
  meanwhile?: (backstage: MortalBackstage) => unknown;
  /** Whether time goes on in the cloud from then on: a wait ends only after the backend has died in it. */
  timeGoesOn?: boolean;
  /** The id of the action whose phase is done, at the boundary behind it. */
  phase?: string;
  /** What was waited for. */
  wait?: string;
};

type Circumstances = Partial<Omit<Death, 'phase' | 'wait'>>;

/** In the middle of a wait, whose words say what is waited for. */
export function inWaitFor(what: string, circumstances?: Circumstances): Death {
  return {
    at: new RegExp(`Waiting for ${what}`),
    wait: what,
    timeGoesOn: true,
    ...circumstances,
  };
}

/** At the boundary behind a phase: it is done, and the task does not say so yet. */
export function behind(phase: string, circumstances?: Circumstances): Death {
  return {
    at: new RegExp(`"actionType":"${phase}".*"succeeded"`),
    phase,
    ...circumstances,
  };
}
