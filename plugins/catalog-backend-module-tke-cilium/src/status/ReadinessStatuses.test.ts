import { mockServices } from '@backstage/backend-test-utils';
import {
  ClusterSummary,
  ReadinessPhase,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { UNKNOWN_STATUS } from './readinessStatus';
import { ReadinessStatuses } from './ReadinessStatuses';

const OBSERVED_AT = '2026-11-25T12:00:00Z';

function cluster(clusterId: string, phase: ReadinessPhase): ClusterSummary {
  return {
    clusterId,
    title: clusterId,
    revision: 1,
    connection: { state: 'connected', since: OBSERVED_AT },
    phase,
    observedAt: OBSERVED_AT,
  };
}

describe('ReadinessStatuses', () => {
  const logger = mockServices.logger.mock();
  let clusters: ClusterSummary[] | Error;
  let now: number;
  let statuses: ReadinessStatuses;

  beforeEach(() => {
    jest.clearAllMocks();
    now = Date.parse(OBSERVED_AT);
    clusters = [cluster('cls-aaaaaaaa', 'Ready')];
    statuses = ReadinessStatuses.create({
      fetchClusters: async () => {
        if (clusters instanceof Error) {
          throw clusters;
        }
        return clusters;
      },
      logger,
      now: () => now,
    });
  });

  const messageOf = (clusterId: string) =>
    statuses.statusOf(clusterId)?.message;

  it('names the clusters that have another status', async () => {
    expect(statuses.statusOf('cls-aaaaaaaa')).toBe(UNKNOWN_STATUS);
    expect(await statuses.refresh()).toEqual(['cls-aaaaaaaa']);
    expect(messageOf('cls-aaaaaaaa')).toMatch(/^Ready: /);
    expect(await statuses.refresh()).toEqual([]);

    clusters = [
      cluster('cls-aaaaaaaa', 'Degraded'),
      cluster('cls-bbbbbbbb', 'Ready'),
    ];
    expect(await statuses.refresh()).toEqual(['cls-aaaaaaaa', 'cls-bbbbbbbb']);
    expect(messageOf('cls-aaaaaaaa')).toMatch(/^Degraded: /);
  });

  it('says nothing of a cluster that nobody watches any more', async () => {
    await statuses.refresh();
    clusters = [];
    expect(await statuses.refresh()).toEqual(['cls-aaaaaaaa']);
    expect(statuses.statusOf('cls-aaaaaaaa')).toBeUndefined();
  });

  it('knows nothing while there is no answer, and says so once', async () => {
    await statuses.refresh();
    clusters = new Error('the backend is down');
    expect(await statuses.refresh()).toEqual(['cls-aaaaaaaa']);
    expect(statuses.statusOf('cls-aaaaaaaa')).toBe(UNKNOWN_STATUS);
    expect(await statuses.refresh()).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);

    clusters = [cluster('cls-aaaaaaaa', 'Ready')];
    expect(await statuses.refresh()).toEqual(['cls-aaaaaaaa']);
  });

  it('does not call fine what nobody confirmed for long', async () => {
    await statuses.refresh();
    now += 6 * 60_000;
    expect(await statuses.refresh()).toEqual(['cls-aaaaaaaa']);
    expect(statuses.statusOf('cls-aaaaaaaa')).toBe(UNKNOWN_STATUS);
  });
});
