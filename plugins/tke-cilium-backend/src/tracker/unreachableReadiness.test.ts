import { evaluateReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { at, readinessOf, snapshotOf } from '../testing/fixtures';
import { unreachableReadiness } from './unreachableReadiness';

const judged = evaluateReadiness(
  snapshotOf('unreachable', { message: 'connect ECONNREFUSED' }),
  { now: at(60) },
);
const node = {
  name: '10.0.0.7',
  kind: 'native',
  ready: true,
  cilium: 'ready',
} as const;
const lastKnown = { ...readinessOf('Ready'), nodes: [node] };

describe('unreachableReadiness', () => {
  it('shows what was last known, and calls nothing fine', () => {
    const shown = unreachableReadiness(lastKnown, judged);
    expect(shown.phase).toBe('Unreachable');
    expect(shown.nodes).toEqual([node]);
    expect(shown.problems.map(({ code }) => code)).toEqual([
      'cluster-unreachable',
    ]);
    expect(shown.conditions.filter(({ status }) => status === 'True')).toEqual(
      [],
    );
    expect(shown.conditions.map(({ type }) => type).sort()).toEqual(
      lastKnown.conditions.map(({ type }) => type).sort(),
    );
  });

  it('says the same when it is asked again', () => {
    const once = unreachableReadiness(lastKnown, judged);
    expect(unreachableReadiness(once, judged)).toEqual(once);
  });

  it('is what the rules say when nothing was known before', () => {
    expect(unreachableReadiness(undefined, judged)).toBe(judged);
  });
});
