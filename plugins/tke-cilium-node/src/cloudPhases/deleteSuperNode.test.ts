import { CloudPhaseTest, POOL } from '../__testUtils__/CloudPhaseTest';
import { createNativeNodePool } from './createNativeNodePool';
import { deleteSuperNode } from './deleteSuperNode';
import { openEndpoint } from './openEndpoint';

jest.setTimeout(60_000);

describe('deleteSuperNode', () => {
  let test: CloudPhaseTest;
  let clusterId: string;

  beforeEach(async () => {
    test = await CloudPhaseTest.start();
    clusterId = await test.runningCluster({ superNode: true });
  });
  afterEach(() => test.stop());

  it('leaves the only node alone that carries public access', async () => {
    await openEndpoint(test.context(), {
      clusterId,
      kind: 'public',
      securityGroupId: 'sg-demo0001',
    });
    for (const dryRun of [true, false]) {
      await expect(
        deleteSuperNode(test.context({ dryRun }), { clusterId }),
      ).rejects.toThrow(/no other node runs. Nothing was changed/);
    }
    expect(test.calls('DrainClusterVirtualNode')).toBe(0);
    expect(test.calls('DeleteClusterVirtualNodePool')).toBe(0);

    await createNativeNodePool(test.context(), {
      ...POOL,
      clusterId,
      instanceTypes: ['SA5.MEDIUM4'],
    });
    await expect(
      deleteSuperNode(test.context(), { clusterId }),
    ).resolves.toMatchObject({ changed: true });
  });

  it('removes one that carries nothing', async () => {
    await expect(
      deleteSuperNode(test.context(), { clusterId }),
    ).resolves.toMatchObject({ changed: true });
    expect(test.calls('DeleteClusterVirtualNodePool')).toBe(1);
  });
});
