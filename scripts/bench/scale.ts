import type { ScenarioName } from './scenarioNames';

/** How much is measured, and for how long. */
export type Scale = {
  name: 'quick' | 'full';
  /** The cluster grows from step to step. */
  plan: Step[];
  /** Open pages at once. Must begin with 1. */
  trackerPages: number[];
  /** Fewer: the peer's cost grows with the pages. Must begin with 1. */
  peerPages: number[];
  /** How long open pages are looked at. Whole periods of the peer's poll, which is 10 s. */
  windowMs: number;
  /** How long watched clusters are looked at, at rest. */
  restMs: number;
  /** Changes that both pages are waited for. */
  comparedChanges: number;
  /** Changes that only the tracker's page is waited for, so that a p99 means something. */
  furtherChanges: number;
  /** How often each page is opened in a browser. */
  openings: number;
  /** Ids of one and the same cluster that are watched at once. Must begin with 1. */
  clusters: number[];
};

/** What is measured when the cluster has that many nodes. */
export type Step = { nodes: number; scenarios: ScenarioName[] };

const QUICK: Scale = {
  name: 'quick',
  plan: [{ nodes: 100, scenarios: ['pages', 'changes', 'verdict', 'burst'] }],
  trackerPages: [1],
  peerPages: [1],
  windowMs: 10_000,
  restMs: 10_000,
  comparedChanges: 1,
  furtherChanges: 5,
  openings: 3,
  clusters: [1, 20],
};

const FULL: Scale = {
  name: 'full',
  plan: [
    { nodes: 1, scenarios: ['memory', 'flow'] },
    { nodes: 100, scenarios: ['clusters'] },
    {
      nodes: 1000,
      scenarios: ['pages', 'changes', 'verdict', 'burst', 'memory', 'card'],
    },
    { nodes: 5000, scenarios: ['verdict', 'memory'] },
  ],
  trackerPages: [1, 10, 100],
  peerPages: [1, 10],
  windowMs: 40_000,
  restMs: 30_000,
  comparedChanges: 10,
  furtherChanges: 90,
  openings: 9,
  clusters: [1, 20, 200],
};

/**
 * The scale of a run. With `only`, steps in which nothing is left to measure
 * are left out, and a scenario that the scale does not have is measured at its
 * first step.
 */
export function chooseScale(options: {
  quick: boolean;
  only?: ScenarioName;
}): Scale {
  const { quick, only } = options;
  const scale = quick ? QUICK : FULL;
  if (!only) {
    return scale;
  }
  const steps = scale.plan.filter(({ scenarios }) => scenarios.includes(only));
  const chosen = steps.length > 0 ? steps : scale.plan.slice(0, 1);
  return {
    ...scale,
    plan: chosen.map(({ nodes }) => ({ nodes, scenarios: [only] })),
  };
}
