import { diffHelmValues, HelmValuesDifference } from './diffHelmValues';
import { HelmValues } from './helmValues';

it.each<[string, HelmValues, HelmValues, HelmValuesDifference[]]>([
  ['equal', { a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 2 }] } }, []],
  [
    'the order of keys',
    { a: 1, b: { c: 1, d: 2 } },
    { b: { d: 2, c: 1 }, a: 1 },
    [],
  ],
  [
    'a changed value',
    { a: { b: 1 } },
    { a: { b: 2 } },
    [{ path: 'a.b', left: 1, right: 2 }],
  ],
  ['a value more', {}, { a: false }, [{ path: 'a', right: false }]],
  ['a value less', { a: null }, {}, [{ path: 'a', left: null }]],
  [
    'a whole map more',
    { a: {} },
    { a: { b: 1 } },
    [{ path: 'a', left: {}, right: { b: 1 } }],
  ],
  [
    'lists as a whole',
    { a: [1, 2] },
    { a: [2, 1] },
    [{ path: 'a', left: [1, 2], right: [2, 1] }],
  ],
  [
    'text and number',
    { a: '1' },
    { a: 1 },
    [{ path: 'a', left: '1', right: 1 }],
  ],
  [
    'a map and a scalar',
    { a: { b: 1 } },
    { a: 1 },
    [{ path: 'a', left: { b: 1 }, right: 1 }],
  ],
  ['two empty maps', { a: {} }, { a: {} }, []],
  [
    'keys with a dot',
    { nodeSelector: { 'kubernetes.io/os': 'linux' } },
    { nodeSelector: { 'kubernetes.io/os': 'x' } },
    [{ path: 'nodeSelector."kubernetes.io/os"', left: 'linux', right: 'x' }],
  ],
])('%s', (_, left, right, expected) => {
  expect(diffHelmValues(left, right)).toEqual(expected);
});
