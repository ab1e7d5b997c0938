import { LocalCluster, startLocalCluster } from '@tke-cilium/local-cluster';
import { HeldBack } from './__testUtils__/holdBack';
import { INTRANET_FLOWS } from './__testUtils__/intranetFlows';
import { MortalBackstage } from './__testUtils__/MortalBackstage';
import { BUSY } from './__testUtils__/refuseWhileBusy';
import { PUBLIC_FLOW } from './__testUtils__/publicFlow';

jest.setTimeout(1_800_000);

describe.each([
  {
    access: 'public' as const,
    flows: [PUBLIC_FLOW],
    left: [{ name: 'shop', nodePools: ['default'], superNodes: 0 }],
  },
  {
    access: 'intranet' as const,
    flows: INTRANET_FLOWS,
    withNode: true,
    heldBack: ['answers', 'nodes', 'karpenter'] satisfies HeldBack[],
    left: [
      { name: 'old', nodePools: [], superNodes: 0 },
      { name: 'elastic', nodePools: [], superNodes: 0 },
    ],
  },
])(
  'a backend with $access access that is killed again and again',
  ({ access, flows, withNode, heldBack, left }) => {
    let clusterWithNode: LocalCluster | undefined;
    let backstage: MortalBackstage;

    beforeEach(async () => {
      if (withNode) {
        clusterWithNode = await startLocalCluster({
          seed: { nodes: [{}] },
          simulator: true,
        });
      }
      backstage = await MortalBackstage.start({
        templates: [...new Set(flows.map(({ template }) => template))],
        access,
        clusterWithNode,
        heldBack,
      });
    });
    afterEach(async () => {
      await backstage?.stop();
      await clusterWithNode?.stop();
    });

    // Not a test for each: a second try has to begin at the first one.
    it('finishes what it was doing, and has made everything once', async () => {
      for (const flow of flows) {
        const { title, once } = flow;
        const earlier = backstage.cloud.journal.length;
        const results = await backstage.run(flow);
        expect({ title, results }).toEqual({
          title,
          results: results.map(each => ({ ...each, status: 'completed' })),
        });
        expect(results.flatMap(({ log }) => log).join('\n')).not.toMatch(
          /\(revision [^1]/,
        );
        const calls = backstage.cloud.journal
          .slice(earlier)
          .filter(({ outcome }) => outcome !== BUSY)
          .map(({ action }) => action)
          .filter(action => once.includes(action));
        expect({ title, once: calls.sort() }).toEqual({
          title,
          once: [...once].sort(),
        });
      }
      const clusters = [...backstage.cloud.clusters.values()];
      expect(
        clusters.map(({ name, nodePools = [], superNodes = [] }) => ({
          name,
          nodePools: nodePools.map(pool => pool.name),
          superNodes: superNodes.length,
        })),
      ).toEqual(left);
    });
  },
);
