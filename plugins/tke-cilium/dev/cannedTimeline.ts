import {
  ConditionType,
  ReadinessTransition,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

const DAY = 86_400;

/** The conditions that an installation makes true, in this order, and how long each takes. */
const MADE_TRUE: [ConditionType, number][] = [
  ['CniConfigured', 6],
  ['ReleaseDeployed', 20],
  ['OperatorReady', 70],
  ['CrdsRegistered', 75],
  ['AgentsReady', 540],
  ['EnvoyReady', 560],
];

/**
 * All changes of a cluster that went through these phases: the conditions come true while it is
 * being installed, and a rollout makes the agents unready for a while a day later.
 */
export function cannedTimeline(
  history: readonly ReadinessTransition[],
): ReadinessTransition[] {
  const installing = history.find(({ phase }) => phase === 'Installing');
  if (!installing) {
    return [...history];
  }
  const start = Date.parse(installing.at);
  const change = (
    type: ConditionType,
    status: 'True' | 'False',
    seconds: number,
  ): ReadinessTransition => {
    const at = new Date(start + seconds * 1000).toISOString();
    return {
      ...installing,
      revision: seconds,
      at,
      phase: history.find(past => past.at <= at)?.phase ?? installing.phase,
      conditions: [
        {
          type,
          status,
          previousStatus: status === 'True' ? 'False' : 'True',
          reason: 'AsExpected',
          message: '',
          lastTransitionTime: at,
        },
      ],
    };
  };
  return [
    ...history,
    ...MADE_TRUE.map(([type, seconds]) => change(type, 'True', seconds)),
    change('AgentsReady', 'False', DAY),
    change('AgentsReady', 'True', DAY + 9_000),
  ].sort((a, b) => b.at.localeCompare(a.at));
}
