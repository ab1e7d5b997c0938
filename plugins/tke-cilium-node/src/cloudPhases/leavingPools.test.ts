import { CLOUD_PHASE_CALLS } from '../__testUtils__/cloudPhaseCalls';
import { CloudPhaseTest, SUPER_NODE } from '../__testUtils__/CloudPhaseTest';
import { createSuperNode, deleteSuperNode } from './index';

describe('a super node that is being deleted', () => {
  let test: CloudPhaseTest;
  let clusterId: string;

  beforeEach(async () => {
    test = await CloudPhaseTest.start();
    clusterId = await test.runningCluster({ superNode: true });
    const { superNodes } = test.cloud.clusters.get(clusterId)!;
    superNodes![0].state = 'deleting';
  });
  afterEach(() => test.stop());

  it('is not taken for the one that is wanted', async () => {
    await expect(
      createSuperNode(test.context(), { ...SUPER_NODE, clusterId }),
    ).resolves.toMatchObject({ changed: true });
    expect(test.cloud.clusters.get(clusterId)?.superNodes).toMatchObject([
      { state: 'deleting' },
      { state: 'normal' },
    ]);
  });

  it('is waited for, not deleted again', async () => {
    const cluster = test.cloud.clusters.get(clusterId)!;
    const removed = deleteSuperNode(test.context(), { clusterId });
    setTimeout(() => {
      cluster.superNodes = [];
    }, 500);
    await expect(removed).resolves.toMatchObject({ changed: true });
    expect(test.calls('DeleteClusterVirtualNodePool')).toBe(0);
    expect(test.calls('DrainClusterVirtualNode')).toBe(0);
  });
});

describe('a deletion whose answer is lost, in lists that lag', () => {
  it.each([
    ['tke:supernode:delete', 'DeleteClusterVirtualNodePool'],
    ['tke:cluster:delete', 'DeleteCluster'],
  ] as const)('is the end of %s', async (phase, action) => {
    const test = await CloudPhaseTest.start({ consistencyMs: 2000 });
    try {
      const clusterId = await test.runningCluster({ superNode: true });
      test.cloud.fail({ action, fault: 'reset-after-success' });
      await expect(
        CLOUD_PHASE_CALLS[phase]({ test, context: test.context(), clusterId }),
      ).resolves.toMatchObject({ changed: true });
      // It was asked for once more, as lists showed it as it was before.
      expect(
        test.cloud.journal.filter(({ outcome }) => /NotFound$/.test(outcome)),
      ).toHaveLength(1);
    } finally {
      await test.stop();
    }
  });
});
