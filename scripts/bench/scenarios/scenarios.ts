import type { ScenarioName } from '../scenarioNames';
import { measureBurst } from './burst';
import { measureCard } from './card';
import { measureChanges } from './changes';
import { measureClusters } from './clusters';
import { measureFlow } from './flow';
import { measureMemory } from './memory';
import { measurePages } from './pages';
import type { Scenario } from './Scenario';
import { measureVerdict } from './verdict';

/** What can be measured. */
export const SCENARIOS: Record<ScenarioName, Scenario> = {
  memory: measureMemory,
  clusters: measureClusters,
  pages: measurePages,
  changes: measureChanges,
  verdict: measureVerdict,
  burst: measureBurst,
  flow: measureFlow,
  card: measureCard,
};
