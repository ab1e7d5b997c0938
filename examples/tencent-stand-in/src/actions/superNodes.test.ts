import { CloudTest, MINUTE } from '../__testUtils__/CloudTest';

describe('super nodes', () => {
  let test: CloudTest;
  let ClusterId: string;
  let pool: string;

  beforeEach(async () => {
    test = await CloudTest.start();
    ClusterId = await test.runningCluster();
    pool = await test.addSuperNode(ClusterId);
  });
  afterEach(() => test.stop());

  const remove = (options: { Force?: boolean } = {}) =>
    test.sdk.DeleteClusterVirtualNodePool({
      ClusterId,
      NodePoolIds: [pool],
      ...options,
    });

  async function states() {
    const { NodePoolSet } = await test.sdk.DescribeClusterVirtualNodePools({
      ClusterId,
    });
    return NodePoolSet?.map(({ LifeState }) => LifeState);
  }

  async function nodeName() {
    const { Nodes } = await test.sdk.DescribeClusterVirtualNode({ ClusterId });
    return Nodes?.[0].Name ?? '';
  }

  it('go only once their Pods are elsewhere, and take their time', async () => {
    await expect(remove()).rejects.toMatchObject({
      code: 'ResourceInUse.ExistRunningPod',
    });
    await test.sdk.DrainClusterVirtualNode({
      ClusterId,
      NodeName: await nodeName(),
    });
    await expect(remove()).rejects.toMatchObject({
      code: 'ResourceInUse.ExistRunningPod',
    });
    test.pass(MINUTE);
    await remove();
    expect(await states()).toEqual(['deleting']);
    test.pass(MINUTE);
    expect(await states()).toEqual([]);
    await expect(remove()).rejects.toMatchObject({
      code: 'FailedOperation.RecordNotFound',
    });
  });

  it('go with their Pods by force', async () => {
    await remove({ Force: true });
    test.pass(MINUTE);
    expect(await states()).toEqual([]);
  });

  it('are not drained when they are not there', async () => {
    await expect(
      test.sdk.DrainClusterVirtualNode({ ClusterId, NodeName: 'eklet-other' }),
    ).rejects.toMatchObject({ code: 'ResourceNotFound' });
  });
});
