import { NodeReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { filterNodes, searchNodes, sortNodes } from './nodes';

function node(name: string, overrides: Partial<NodeReadiness>): NodeReadiness {
  return { name, kind: 'native', ready: true, cilium: 'ready', ...overrides };
}

const TAINT = 'node.cilium.io/agent-not-ready:NoSchedule';

const NODES = [
  node('10.0.0.9', {
    nodePool: 'general',
    zone: 'ap-guangzhou-6',
    createdAt: '2026-11-03T00:00:00Z',
  }),
  node('10.0.0.10', {
    cilium: 'missing',
    nodePool: 'general',
    zone: 'ap-guangzhou-7',
    taints: [TAINT],
    createdAt: '2026-11-01T00:00:00Z',
  }),
  node('10.0.0.2', { ready: false, zone: 'ap-guangzhou-6' }),
];

const names = (nodes: NodeReadiness[]) => nodes.map(({ name }) => name);
const everything = { cilium: '', nodePool: '', zone: '' };

it.each([
  [{}, ['10.0.0.9', '10.0.0.10', '10.0.0.2']],
  [{ cilium: 'ready' }, ['10.0.0.9', '10.0.0.2']],
  [{ zone: 'ap-guangzhou-6', nodePool: 'general' }, ['10.0.0.9']],
])('filters by %j', (filter, expected) => {
  expect(names(filterNodes(NODES, { ...everything, ...filter }))).toEqual(
    expected,
  );
});

it.each([
  ['AGENT-not-ready', ['10.0.0.10']],
  [' guangzhou-6 ', ['10.0.0.9', '10.0.0.2']],
])('finds %j', (search, expected) => {
  expect(names(searchNodes(NODES, search))).toEqual(expected);
});

it.each([
  ['name', 'ascending', ['10.0.0.2', '10.0.0.9', '10.0.0.10']],
  ['cilium', 'descending', ['10.0.0.10', '10.0.0.2', '10.0.0.9']],
  ['ready', 'ascending', ['10.0.0.2', '10.0.0.9', '10.0.0.10']],
  ['taints', 'descending', ['10.0.0.10', '10.0.0.2', '10.0.0.9']],
  ['zone', 'ascending', ['10.0.0.2', '10.0.0.9', '10.0.0.10']],
  ['nodePool', 'descending', ['10.0.0.9', '10.0.0.10', '10.0.0.2']],
  // The age, that is.
  ['createdAt', 'ascending', ['10.0.0.2', '10.0.0.9', '10.0.0.10']],
] as [string, 'ascending' | 'descending', string[]][])(
  'sorts by %s, %s',
  (column, direction, expected) => {
    expect(names(sortNodes(NODES, { column, direction }))).toEqual(expected);
  },
);
