/** What can be measured alone, with `--only`. */
export const SCENARIO_NAMES = [
  'memory',
  'clusters',
  'pages',
  'changes',
  'verdict',
  'burst',
  'flow',
  'card',
] as const;

/** One of {@link SCENARIO_NAMES}. */
export type ScenarioName = (typeof SCENARIO_NAMES)[number];
