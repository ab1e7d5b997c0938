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
