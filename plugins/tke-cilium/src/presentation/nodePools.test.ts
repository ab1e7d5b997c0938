import { NodePoolReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  filterNodePools,
  readyOfDesired,
  scalingRange,
  searchNodePools,
  sortNodePools,
} from './nodePools';

function pool(
  name: string,
  overrides: Partial<NodePoolReadiness> = {},
): NodePoolReadiness {
  return {
    name,
    kind: 'native',
    ready: 0,
    instanceTypes: [],
    zones: [],
    phase: 'Ready',
    ...overrides,
  };
}

const POOLS = [
  pool('a', {
    ready: 3,
    maximum: 10,
    instanceTypes: ['SA5'],
    createdAt: '2026-11-01T00:00:00Z',
  }),
  pool('b', {
    kind: 'karpenter',
    phase: 'Failed',
    message: 'sold out',
    zones: ['ap-guangzhou-6'],
    createdAt: '2026-11-03T00:00:00Z',
  }),
  pool('c', { phase: 'Scaling', ready: 1 }),
];

const names = (pools: NodePoolReadiness[]) => pools.map(({ name }) => name);

it.each([
  [{ kind: '', phase: '' }, ['a', 'b', 'c']],
  [{ kind: 'native', phase: '' }, ['a', 'c']],
  [{ kind: 'native', phase: 'Failed' }, []],
])('filters by %j', (filter, expected) => {
  expect(names(filterNodePools(POOLS, filter))).toEqual(expected);
});

it.each([
  ['sold OUT', ['b']],
  ['sa5', ['a']],
  ['guangzhou', ['b']],
])('finds %j', (search, expected) => {
  expect(names(searchNodePools(POOLS, search))).toEqual(expected);
});

it.each([
  ['phase', 'descending', ['b', 'c', 'a']],
  ['ready', 'ascending', ['b', 'c', 'a']],
  ['scaling', 'descending', ['a', 'b', 'c']],
  ['kind', 'ascending', ['b', 'a', 'c']],
  // The age, that is.
  ['createdAt', 'descending', ['a', 'b', 'c']],
] as [string, 'ascending' | 'descending', string[]][])(
  'sorts by %s, %s',
  (column, direction, expected) => {
    expect(names(sortNodePools(POOLS, { column, direction }))).toEqual(
      expected,
    );
  },
);

it('writes numbers down', () => {
  expect(scalingRange(pool('a'))).toBeUndefined();
  expect(scalingRange(pool('a', { maximum: 3 }))).toBe('0 – 3');
  expect(scalingRange(pool('a', { minimum: 2 }))).toBe('2 – ∞');
  expect(readyOfDesired(pool('a', { ready: 1 }))).toBe('1');
  expect(readyOfDesired(pool('a', { ready: 1, desired: 2 }))).toBe('1/2');
});
