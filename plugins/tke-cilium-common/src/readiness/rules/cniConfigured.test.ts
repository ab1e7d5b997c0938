import { judgement, Scenario } from '../__testUtils__/judge';

describe('cniConfigured', () => {
  it.each<Scenario>([
    [
      'no CNI ConfigMap',
      { 'cni-config': [] },
      'Degraded',
      'False CniConfigMissing',
      ['cni-config-missing'],
    ],
    [
      'another CNI chain',
      {
        'cni-config': [
          {
            metadata: { name: 'cni-config' },
            data: { 'cni-config': '{"cniVersion":"0.3.1","plugins":[]}' },
          },
        ],
      },
      'Degraded',
      'False CniConfigDifferent',
      ['cni-config-different'],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('CniConfigured', changes)).toEqual(expected);
  });
});
