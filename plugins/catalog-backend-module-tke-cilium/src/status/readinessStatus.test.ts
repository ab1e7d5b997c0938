import { ClusterSummary } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { readinessStatus, UNKNOWN_STATUS } from './readinessStatus';

const SUMMARY = 'Node 10.0.0.7 has no ready agent';
const NOW = Date.parse('2026-11-25T12:00:00Z');

function cluster(changed: Partial<ClusterSummary>): ClusterSummary {
  return {
    clusterId: 'cls-aaaaaaaa',
    title: 'A',
    revision: 3,
    connection: { state: 'connected', since: '2026-11-25T00:00:00Z' },
    phase: 'Ready',
    summary: SUMMARY,
    observedAt: '2026-11-25T11:59:50Z',
    ...changed,
  };
}

describe('readinessStatus', () => {
  it.each([
    ['Ready', 'info'],
    ['WaitingForNodes', 'info'],
    ['Degraded', 'warning'],
    ['Unreachable', 'warning'],
    ['Failed', 'error'],
  ] as const)('says that a cluster is %s as %s', (phase, level) => {
    const status = readinessStatus(cluster({ phase }), NOW);
    expect(status).toEqual({
      type: 'tencentcloud.com/cilium-readiness',
      level,
      message: expect.stringMatching(`^${phase}: `),
    });
    // It may name what only those should know who may see the cluster.
    expect(status.message).not.toContain(SUMMARY);
  });

  it.each([
    ['was never observed', { phase: undefined, observedAt: undefined }],
    [
      'was observed long ago, and by nobody since',
      { observedAt: '2026-11-25T11:54:59Z' },
    ],
  ])('does not know a cluster that %s', (_, changed) => {
    expect(readinessStatus(cluster(changed), NOW)).toBe(UNKNOWN_STATUS);
  });

  it('knows that a cluster is unreachable, however long', () => {
    const { message } = readinessStatus(
      cluster({
        phase: 'Unreachable',
        connection: { state: 'unreachable', since: '2026-11-01T00:00:00Z' },
        observedAt: undefined,
      }),
      NOW,
    );
    expect(message).toContain('Unreachable');
  });
});
