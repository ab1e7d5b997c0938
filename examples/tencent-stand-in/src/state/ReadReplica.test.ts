import { CloudTest, MINUTE } from '../__testUtils__/CloudTest';

const LAG_MS = 5_000;

describe('what reading actions see', () => {
  let test: CloudTest;
  let ClusterId: string;

  beforeEach(async () => {
    test = await CloudTest.start({ consistencyMs: LAG_MS });
    ClusterId = await test.runningCluster();
    test.pass(LAG_MS);
  });
  afterEach(() => test.stop());

  /** What is seen at once, and after the lag. */
  async function seen(look: () => Promise<unknown>) {
    const before = await look();
    test.pass(LAG_MS + 1);
    return [before, await look()];
  }

  it('is late with an endpoint', async () => {
    await test.sdk.CreateClusterEndpoint({
      ClusterId,
      SubnetId: 'subnet-demonode',
    });
    const look = async () =>
      (await test.sdk.DescribeClusterEndpointStatus({ ClusterId })).Status;
    expect(await seen(look)).toEqual(['NotFound', 'Creating']);
    expect(await seen(look)).toEqual(['Creating', 'Created']);
  });

  it('is late with the version of an addon', async () => {
    await test.sdk.UpdateAddon({
      ClusterId,
      AddonName: 'eniipamd',
      AddonVersion: '3.11.0',
    });
    expect(await seen(() => test.addon(ClusterId, 'eniipamd'))).toEqual([
      '3.7.5 Succeeded',
      '3.11.0 Upgrading',
    ]);
  });

  it('is late with a deletion, and with its end', async () => {
    await test.sdk.DisableClusterDeletionProtection({ ClusterId });
    await test.sdk.DeleteCluster({
      ClusterId,
      InstanceDeleteMode: 'terminate',
    });
    expect(await test.statusOf(ClusterId)).toBe('Running');
    test.pass(MINUTE);
    expect(await test.statusOf(ClusterId)).toBe('Running');
    await expect(
      test.sdk.DisableClusterDeletionProtection({ ClusterId }),
    ).rejects.toMatchObject({ code: 'InternalError.ClusterNotFound' });
    test.pass(LAG_MS - MINUTE + 1);
    expect(await test.statusOf(ClusterId)).toBe('Deleting');
    test.pass(MINUTE);
    expect(await test.statusOf(ClusterId)).toBeUndefined();
  });
});
