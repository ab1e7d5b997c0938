import { ClusterResponse } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { STALE_AFTER, viewCluster } from './clusterView';

const NOW = Date.parse('2026-09-01T12:00:00Z');

function cluster(overrides: Partial<ClusterResponse>): ClusterResponse {
  return {
    clusterId: 'cls-abcdefgh',
    title: 'demo',
    revision: 4,
    connection: { state: 'connected', since: '2026-09-01T08:00:00Z' },
    observedAt: '2026-09-01T11:59:48Z',
    history: [],
    ...overrides,
  };
}

const ready = { phase: 'Ready' } as ClusterResponse['readiness'];
const unreachable = { phase: 'Unreachable' } as ClusterResponse['readiness'];
const lost = {
  state: 'unreachable',
  since: '2026-09-01T11:58:00Z',
} as const;

describe('viewCluster', () => {
  it.each([
    [
      'a fresh observation is the present',
      { readiness: ready },
      { phase: 'Ready', tone: 'success', stale: false },
    ],
    [
      'an old observation loses its tone',
      {
        readiness: ready,
        observedAt: new Date(NOW - STALE_AFTER - 1).toISOString(),
      },
      { phase: 'Ready', tone: 'neutral', stale: true },
    ],
    [
      'nothing is observed yet',
      { observedAt: undefined, revision: 0 },
      {
        phase: 'Connecting',
        tone: 'neutral',
        stale: false,
        observedAt: undefined,
      },
    ],
    [
      'contact lost outweighs what was known',
      { readiness: ready, connection: lost },
      { phase: 'Unreachable', tone: 'danger' },
    ],
    [
      'contact lost stays alarming however long ago',
      {
        readiness: unreachable,
        connection: lost,
        observedAt: '2026-08-01T00:00:00Z',
      },
      { phase: 'Unreachable', tone: 'danger', stale: true },
    ],
    [
      'a clock that runs behind does not make it stale',
      { readiness: ready, observedAt: '2026-09-01T12:30:00Z' },
      { stale: false },
    ],
  ] as [string, Partial<ClusterResponse>, object][])(
    '%s',
    (_, overrides, expected) => {
      expect(viewCluster(cluster(overrides), NOW)).toMatchObject(expected);
    },
  );

  it('finds the last state before contact was lost', () => {
    const transitions = (['Unreachable', 'Degraded', 'Ready'] as const).map(
      (phase, index) => ({
        revision: 9 - index,
        at: '2026-09-01T11:00:00Z',
        phase,
        summary: '',
        conditions: [],
      }),
    );
    const view = viewCluster(
      cluster({ readiness: unreachable, history: transitions }),
      NOW,
    );
    expect(view.lastKnown?.phase).toBe('Degraded');
  });
});
