import { applyChartDefaults } from './applyChartDefaults';
import { HelmValues } from './helmValues';
import { mergeHelmValues } from './mergeHelmValues';

it.each<[string, HelmValues[], HelmValues]>([
  ['nothing', [], {}],
  [
    'maps deeply',
    [{ a: { b: 1, c: 2 } }, { a: { c: 3 } }],
    { a: { b: 1, c: 3 } },
  ],
  ['lists by replacing', [{ a: [1, 2] }, { a: [3] }], { a: [3] }],
  ['a map over a scalar', [{ a: 1 }, { a: { b: 2 } }], { a: { b: 2 } }],
  ['a scalar over a map', [{ a: { b: 2 } }, { a: false }], { a: false }],
  [
    'null, which stays for Helm to see',
    [{ a: { b: 1 } }, { a: null }],
    { a: null },
  ],
  ['a map over null', [{ a: null }, { a: { b: 1 } }], { a: { b: 1 } }],
  [
    'an empty map, which changes nothing',
    [{ a: { b: 1 } }, { a: {} }],
    { a: { b: 1 } },
  ],
  ['in order', [{ a: 1 }, { a: 2 }, { a: 3 }], { a: 3 }],
])('merges %s', (_, documents, expected) => {
  expect(mergeHelmValues(...documents)).toEqual(expected);
});

it('changes no input and shares nothing with it', () => {
  const base = { operator: { tolerations: [{ key: 'a' }] } };
  const overlay = { operator: { extraArgs: [{ x: [1] }] } };
  const before = JSON.stringify([base, overlay]);
  const { operator } = mergeHelmValues(base, overlay) as typeof base &
    typeof overlay;
  operator.tolerations[0].key = 'changed';
  operator.extraArgs[0].x.push(2);
  expect(JSON.stringify([base, overlay])).toBe(before);
});

it('takes __proto__ for a plain key', () => {
  const merged = mergeHelmValues(
    JSON.parse('{"__proto__": {"polluted": true}}'),
  );
  expect(Object.keys(merged)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

describe('applyChartDefaults', () => {
  const chart: HelmValues = {
    operator: { replicas: 2, affinity: { podAntiAffinity: {} } },
    devices: null,
    list: [1],
  };

  it.each<[HelmValues, HelmValues]>([
    [{}, chart],
    [
      { operator: { replicas: 1 } },
      {
        ...chart,
        operator: { replicas: 1, affinity: { podAntiAffinity: {} } },
      },
    ],
    [{ operator: { affinity: null } }, { ...chart, operator: { replicas: 2 } }],
    [{ list: [2] }, { ...chart, list: [2] }],
    [{ added: { inner: null, kept: 1 } }, { ...chart, added: { kept: 1 } }],
  ])('%j', (values, expected) => {
    expect(applyChartDefaults(values, chart)).toEqual(expected);
  });

  it('shares nothing with its inputs', () => {
    const effective = applyChartDefaults({}, chart) as {
      list: number[];
      operator: { affinity: Record<string, number> };
    };
    effective.list.push(2);
    effective.operator.affinity.x = 1;
    expect(chart.list).toEqual([1]);
    expect(chart.operator).toEqual({
      replicas: 2,
      affinity: { podAntiAffinity: {} },
    });
  });
});
