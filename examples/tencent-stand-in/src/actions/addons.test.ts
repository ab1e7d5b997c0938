import { CloudTest, MINUTE } from '../__testUtils__/CloudTest';

describe('addons', () => {
  let test: CloudTest;

  beforeEach(async () => {
    test = await CloudTest.start();
  });
  afterEach(() => test.stop());

  it('are upgraded once there is a node for them', async () => {
    const ClusterId = await test.runningCluster();
    expect(await test.addon(ClusterId, 'eniipamd')).toBe('3.7.5 Succeeded');
    await test.sdk.UpdateAddon({
      ClusterId,
      AddonName: 'eniipamd',
      AddonVersion: '3.11.0',
    });
    test.pass(10 * MINUTE);
    expect(await test.addon(ClusterId, 'eniipamd')).toBe('3.11.0 Upgrading');
    await expect(test.addon(ClusterId, 'karpenter')).rejects.toMatchObject({
      code: 'ResourceNotFound',
    });
    await test.addSuperNode(ClusterId);
    expect(await test.addon(ClusterId, 'eniipamd')).toBe('3.11.0 Succeeded');
  });

  it('that come with the cluster are ready once it has a node', async () => {
    const ClusterId = await test.runningCluster({ karpenter: true });
    expect(await test.addon(ClusterId, 'karpenter')).toBe('1.0.2 Installing');
    await test.addSuperNode(ClusterId);
    expect(await test.addon(ClusterId, 'karpenter')).toBe('1.0.2 Succeeded');
  });

  it('fail when they are told to, and can be upgraded again', async () => {
    const ClusterId = await test.runningCluster();
    await test.addSuperNode(ClusterId);
    test.cloud.brokenAddons.add('eniipamd').add('karpenter');
    const upgrade = {
      ClusterId,
      AddonName: 'eniipamd',
      AddonVersion: '3.11.0',
    };
    await test.sdk.UpdateAddon(upgrade);
    await test.sdk.InstallAddon({ ClusterId, AddonName: 'karpenter' });
    test.pass(MINUTE);
    expect(await test.addon(ClusterId, 'eniipamd')).toBe('3.11.0 UpgradFailed');
    expect(await test.addon(ClusterId, 'karpenter')).toBe(
      '1.0.2 InstallFailed',
    );
    test.cloud.brokenAddons.clear();
    await test.sdk.UpdateAddon(upgrade);
    test.pass(MINUTE);
    expect(await test.addon(ClusterId, 'eniipamd')).toBe('3.11.0 Succeeded');
  });
});
