import { ClusterSummary } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { filterFleet, FleetRow, sortFleet, toFleetRow } from './fleet';

const NOW = Date.parse('2026-11-24T12:00:00Z');

function cluster(overrides: Partial<ClusterSummary> = {}): ClusterSummary {
  return {
    clusterId: 'cls-aaaaaaaa',
    title: 'from the configuration',
    revision: 1,
    connection: { state: 'connected', since: '2026-11-24T00:00:00Z' },
    phase: 'Ready',
    observedAt: '2026-11-24T11:59:50Z',
    ...overrides,
  };
}

const row = (overrides: Partial<ClusterSummary>, region?: string): FleetRow =>
  toFleetRow(
    cluster(overrides),
    {
      route: { kind: 'resource', namespace: 'default', name: 'a' },
      region,
      simulation: false,
    },
    undefined,
    NOW,
  );

describe('toFleetRow', () => {
  it.each([
    ['an observed cluster', {}, 'Ready', 'success'],
    [
      'an old observation',
      { observedAt: '2026-11-24T11:00:00Z' },
      'Ready',
      'neutral',
    ],
    [
      'nothing observed',
      { phase: undefined, observedAt: undefined },
      'Connecting',
      'neutral',
    ],
    [
      'no contact',
      {
        connection: { state: 'unreachable', since: '2026-11-24T11:00:00Z' },
        observedAt: '2026-11-24T11:00:00Z',
      },
      'Unreachable',
      'danger',
    ],
  ] as [string, Partial<ClusterSummary>, string, string][])(
    'shows %s for what it is',
    (_, overrides, phase, tone) => {
      expect(row(overrides)).toMatchObject({ phase, tone });
    },
  );

  it('calls it by the name that the catalog gives', () => {
    const entity = {
      route: { kind: 'resource', namespace: 'default', name: 'a' },
      title: 'Payments',
      simulation: true,
    };
    expect(toFleetRow(cluster(), entity, '/a', NOW)).toMatchObject({
      title: 'Payments',
      simulation: true,
      href: '/a',
    });
    expect(toFleetRow(cluster(), undefined, undefined, NOW).title).toBe(
      'from the configuration',
    );
  });
});

describe('filterFleet', () => {
  const rows = [
    row({ clusterId: 'cls-aaaaaaaa', ciliumVersion: '1.18.3' }, 'ap-guangzhou'),
    row({ clusterId: 'cls-bbbbbbbb', phase: 'Failed' }, 'ap-shanghai'),
    row({ clusterId: 'cls-cccccccc', phase: 'Degraded' }),
  ];
  const everything = { phases: [], region: '', version: '', search: '' };

  it.each([
    ['nothing is chosen', {}, ['a', 'b', 'c']],
    ['states are chosen', { phases: ['Failed', 'Degraded'] }, ['b', 'c']],
    ['a region is chosen', { region: 'ap-shanghai' }, ['b']],
    ['a version is chosen', { version: '1.18.3' }, ['a']],
    ['something is searched', { search: ' CLS-C ' }, ['c']],
    ['all of it', { phases: ['Failed'], region: 'ap-guangzhou' }, []],
  ])('keeps what fits when %s', (_, chosen, expected) => {
    expect(
      filterFleet(rows, { ...everything, ...chosen }).map(({ id }) => id[4]),
    ).toEqual(expected);
  });
});

describe('sortFleet', () => {
  const rows = [
    row({ title: 'c', phase: 'Ready', nodes: { total: 2, ready: 2 } }),
    row({ title: 'b', phase: 'Failed', nodes: { total: 10, ready: 2 } }),
    row({
      title: 'a',
      phase: 'Ready',
      nodes: undefined,
      nodePools: { total: 1, failed: 0 },
    }),
  ];

  it.each([
    ['phase', 'ascending', ['b', 'a', 'c']],
    ['nodes', 'descending', ['b', 'c', 'a']],
    ['nodePools', 'ascending', ['b', 'c', 'a']],
    ['title', 'descending', ['c', 'b', 'a']],
  ] as [string, 'ascending' | 'descending', string[]][])(
    'sorts by %s, %s',
    (column, direction, expected) => {
      expect(
        sortFleet(rows, { column, direction }).map(({ title }) => title),
      ).toEqual(expected);
    },
  );
});
