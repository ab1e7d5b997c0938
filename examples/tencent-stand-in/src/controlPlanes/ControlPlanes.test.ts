import { CloudTest, MINUTE } from '../__testUtils__/CloudTest';
import { ControlPlane } from './ControlPlane';

/** One that says when it is stopped. */
function plane(onStop: () => void): ControlPlane {
  return {
    kubeconfig: '',
    address: '127.0.0.1:1',
    addSuperNode: async () => 'eklet-0',
    removeNode: async () => {},
    addPool: async () => {},
    readyNodes: async () => 0,
    addonChanged: async () => {},
    stop: async () => onStop(),
  };
}

describe('a control plane that starts slowly', () => {
  let arrive: () => void;
  let stopped: number;
  let test: CloudTest;

  beforeEach(async () => {
    stopped = 0;
    const arrived = new Promise<void>(resolve => {
      arrive = resolve;
    });
    test = await CloudTest.start({
      startControlPlane: async () => {
        await arrived;
        return plane(() => {
          stopped += 1;
        });
      },
    });
  });

  it('is stopped when its cluster is gone by then', async () => {
    const ClusterId = await test.createCluster();
    await test.sdk.DisableClusterDeletionProtection({ ClusterId });
    await test.sdk.DeleteCluster({
      ClusterId,
      InstanceDeleteMode: 'terminate',
    });
    test.pass(2 * MINUTE);
    expect(await test.statusOf(ClusterId)).toBeUndefined();
    expect(stopped).toBe(0);
    arrive();
    await test.stop();
    expect(stopped).toBe(1);
  });

  it('is stopped with the cloud', async () => {
    await test.createCluster();
    const stopping = test.stop();
    arrive();
    await stopping;
    expect(stopped).toBe(1);
  });
});
