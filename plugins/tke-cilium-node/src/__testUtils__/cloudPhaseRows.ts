import { CLOUD_PHASE_CALLS, OTHER_CLOUD_PHASE_CALLS } from './cloudPhaseCalls';
import type { CloudPhaseTest } from './CloudPhaseTest';

/** Every phase in the cloud, with everything that it can be asked for. */
export const CALLS = { ...CLOUD_PHASE_CALLS, ...OTHER_CLOUD_PHASE_CALLS };

/** A key of {@link CALLS}. */
export type Call = keyof typeof CALLS;

/** What a phase needs and makes. */
export type Row = {
  needs?: 'nothing' | 'cluster' | 'super-node';
  /** Of what the phase makes. */
  count: (test: CloudPhaseTest, clusterId: string) => number;
  expected: number;
};

const clusters: Row['count'] = test => test.cloud.clusters.size;
const superNodes: Row['count'] = (test, id) =>
  test.cloud.clusters.get(id)?.superNodes?.length ?? 0;
const nodePools: Row['count'] = (test, id) =>
  test.cloud.clusters.get(id)?.nodePools?.length ?? 0;
const open =
  (kind: 'intranet' | 'public'): Row['count'] =>
  (test, id) =>
    test.cloud.clusters.get(id)?.[kind]?.status === 'Created' ? 1 : 0;
const addon =
  (name: string, version: string): Row['count'] =>
  (test, id) =>
    test.cloud.clusters.get(id)?.addons?.get(name)?.version === version ? 1 : 0;

/** How many there must be of what a phase makes, whatever fails. */
export const ROWS: Record<Call, Row> = {
  'tke:cluster:create': { needs: 'nothing', count: clusters, expected: 1 },
  'tke:cluster:create, with Karpenter': {
    needs: 'nothing',
    count: test =>
      [...test.cloud.clusters.values()].filter(({ addons }) =>
        addons?.has('karpenter'),
      ).length,
    expected: 1,
  },
  'tke:cluster:wait-running': { count: clusters, expected: 1 },
  'tke:supernode:create': { count: superNodes, expected: 1 },
  'tke:supernode:delete': {
    needs: 'super-node',
    count: superNodes,
    expected: 0,
  },
  'tke:cluster:open-endpoint': { count: open('intranet'), expected: 1 },
  'tke:cluster:open-endpoint, public': {
    needs: 'super-node',
    count: open('public'),
    expected: 1,
  },
  'tke:addon:install, an upgrade': {
    count: addon('eniipamd', '3.11.0'),
    expected: 1,
  },
  'tke:addon:install': { count: addon('karpenter', '1.0.2'), expected: 1 },
  'tke:addon:wait': { count: clusters, expected: 1 },
  'tke:nodepool:create-native': { count: nodePools, expected: 1 },
  'tke:nodepool:create-regular': { count: nodePools, expected: 1 },
  'tke:cluster:delete': { count: clusters, expected: 0 },
};
