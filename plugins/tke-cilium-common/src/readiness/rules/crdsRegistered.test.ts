import { judgement, Scenario } from '../__testUtils__/judge';

describe('crdsRegistered', () => {
  it.each<Scenario>([
    [
      'no CRDs although the operator has long been ready',
      { 'custom-resource-definitions': [] },
      'Degraded',
      'False CrdsMissing',
      ['crds-missing'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('CrdsRegistered', changes)).toEqual(expected);
  });
});
