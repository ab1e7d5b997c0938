import { startLocalControlPlane } from './startLocalControlPlane';

jest.setTimeout(120_000);

describe('startLocalControlPlane', () => {
  it('gives a cluster whose pools make nodes, and whose agent is the addon’s', async () => {
    const plane = await startLocalControlPlane()({
      clusterId: 'cls-plane001',
      eniipamdVersion: '3.7.5',
      ipMasqAgent: true,
      karpenter: false,
    });
    try {
      const superNode = await plane.addSuperNode();
      expect(superNode).toMatch(/^eklet-/);
      await plane.addPool({
        poolId: 'np-plane001',
        kind: 'native',
        replicas: 1,
        instanceTypes: ['SA5.MEDIUM4'],
        annotations: {},
        labels: {},
        taints: [],
        soldOut: false,
      });
      while ((await plane.readyNodes('np-plane001')) < 1) {
        await new Promise(resolve => setTimeout(resolve, 200));
      }
      await plane.addonChanged('eniipamd', '3.11.0');
      await plane.removeNode(superNode);
    } finally {
      await plane.stop();
    }
  });
});
