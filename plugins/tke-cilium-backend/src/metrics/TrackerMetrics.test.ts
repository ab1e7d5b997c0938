import { recordMetrics } from '../__testUtils__/recordMetrics';

describe('TrackerMetrics', () => {
  it('counts the clusters by phase, as they are when somebody asks', () => {
    const { metrics, clusters } = recordMetrics();
    expect(clusters()).toEqual([]);
    metrics.setPhase('cls-aaaaaaaa', 'Ready');
    metrics.setPhase('cls-bbbbbbbb', 'Ready');
    metrics.setPhase('cls-cccccccc', 'Failed');
    expect(clusters()).toEqual([
      [2, { phase: 'Ready' }],
      [1, { phase: 'Failed' }],
    ]);
    metrics.setPhase('cls-aaaaaaaa', 'Failed');
    metrics.setPhase('cls-bbbbbbbb', undefined);
    expect(clusters()).toEqual([[2, { phase: 'Failed' }]]);
  });

  it('records times in seconds, and what happened', () => {
    const { metrics, recorded } = recordMetrics();
    metrics.evaluated(5);
    metrics.saved(120);
    metrics.pushed();
    metrics.leaseMoved({
      kind: 'lost',
      lease: { clusterId: 'cls-aaaaaaaa', holder: 'me', generation: 2 },
    });
    metrics.watchRestarted({ source: 'nodes', reason: 'gone' });
    expect(recorded).toEqual([
      ['tke_cilium.evaluation.duration', 0.005],
      ['tke_cilium.event.lag', 0.12],
      ['tke_cilium.pushes', 1],
      ['tke_cilium.lease.moves', 1, { kind: 'lost' }],
      ['tke_cilium.watch.restarts', 1, { source: 'nodes', reason: 'gone' }],
    ]);
  });
});
