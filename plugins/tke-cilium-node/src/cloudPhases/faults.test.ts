import { Fault, TencentCloudOptions } from '@tke-cilium/tencent-stand-in';
import {
  actionOf,
  CLOUD_PHASE_CALLS,
  CloudPhaseCall,
} from '../__testUtils__/cloudPhaseCalls';
import { CloudPhaseTest } from '../__testUtils__/CloudPhaseTest';

jest.setTimeout(300_000);

type Expectation = {
  /** Which of the phase's calls fails. */
  action: string;
  needs?: 'nothing' | 'cluster' | 'super-node';
  /** Of what the phase makes. */
  count: (test: CloudPhaseTest, clusterId: string) => number;
  expected: number;
};

const clusters: Expectation['count'] = test => test.cloud.clusters.size;
const superNodes: Expectation['count'] = (test, id) =>
  test.cloud.clusters.get(id)?.superNodes?.length ?? 0;
const nodePools: Expectation['count'] = (test, id) =>
  test.cloud.clusters.get(id)?.nodePools?.length ?? 0;

/** How many there must be of what a phase makes, whatever fails. */
const PHASES: Record<CloudPhaseCall, Expectation> = {
  'tke:cluster:create': {
    action: 'CreateCluster',
    needs: 'nothing',
    count: clusters,
    expected: 1,
  },
  'tke:cluster:wait-running': {
    action: 'DescribeClusters',
    count: clusters,
    expected: 1,
  },
  'tke:supernode:create': {
    action: 'CreateClusterVirtualNodePool',
    count: superNodes,
    expected: 1,
  },
  'tke:supernode:delete': {
    action: 'DeleteClusterVirtualNodePool',
    needs: 'super-node',
    count: superNodes,
    expected: 0,
  },
  'tke:cluster:open-endpoint': {
    action: 'CreateClusterEndpoint',
    count: (test, id) =>
      test.cloud.clusters.get(id)?.intranet?.status === 'Created' ? 1 : 0,
    expected: 1,
  },
  'tke:addon:install, an upgrade': {
    action: 'UpdateAddon',
    count: (test, id) =>
      test.cloud.clusters.get(id)?.addons?.get('eniipamd')?.version === '3.11.0'
        ? 1
        : 0,
    expected: 1,
  },
  'tke:addon:install': {
    action: 'InstallAddon',
    count: (test, id) =>
      test.cloud.clusters.get(id)?.addons?.has('karpenter') ? 1 : 0,
    expected: 1,
  },
  'tke:addon:wait': {
    action: 'DescribeAddon',
    count: clusters,
    expected: 1,
  },
  'tke:nodepool:create-native': {
    action: 'CreateNodePool',
    count: nodePools,
    expected: 1,
  },
  'tke:nodepool:create-regular': {
    action: 'CreateClusterNodePool',
    count: nodePools,
    expected: 1,
  },
  'tke:cluster:delete': {
    action: 'DeleteCluster',
    count: clusters,
    expected: 0,
  },
};

const FAULTS: Record<
  string,
  { fault: Fault; times?: number; options?: Partial<TencentCloudOptions> }
> = {
  'a rate limit': { fault: { code: 'RequestLimitExceeded' }, times: 3 },
  'an internal error': { fault: { code: 'InternalError.Db' } },
  'a cluster that changes': {
    fault: { code: 'ResourceUnavailable.ClusterState', message: 'upgrading' },
    times: 2,
  },
  'no permission': { fault: { code: 'UnauthorizedOperation.CamNoAuth' } },
  'HTTP 502': { fault: { status: 502 } },
  'a cut connection': { fault: 'reset' },
  'a lost answer': { fault: 'reset-after-success' },
  'no answer after success': { fault: 'hang-after-success' },
  'a lost answer, and lists that lag': {
    fault: 'reset-after-success',
    options: { consistencyMs: 3000 },
  },
};

async function tryPhase(
  name: CloudPhaseCall,
  { fault, times, options }: (typeof FAULTS)[string],
) {
  const test = await CloudPhaseTest.start(options);
  try {
    const { action, needs = 'cluster', count } = PHASES[name];
    const clusterId =
      needs === 'nothing'
        ? ''
        : await test.runningCluster({ superNode: needs === 'super-node' });
    test.cloud.fail({ action, fault, times });
    const errors: string[] = [];
    for (const triedBefore of [false, true]) {
      const context = test.context();
      await CLOUD_PHASE_CALLS[name]({
        test,
        context,
        clusterId,
        triedBefore,
      }).catch(error => errors.push(error.message));
      if (errors.length === 0) {
        break;
      }
    }
    return { errors, count: count(test, clusterId) };
  } finally {
    await test.stop();
  }
}

type Outcome = { label: string; errors: string[]; count: number };

describe('whatever the cloud does', () => {
  const names = Object.keys(PHASES) as CloudPhaseCall[];
  const outcomes = new Map<string, Promise<Outcome[]>>();

  beforeAll(() => {
    // Side by side: most of the time is spent waiting.
    for (const name of names) {
      const attempts = Object.entries(FAULTS).map(async ([label, fault]) => ({
        label,
        ...(await tryPhase(name, fault)),
      }));
      outcomes.set(name, Promise.all(attempts));
    }
  });

  it.each(names)(
    '%s makes one of what it makes, in two attempts at most',
    async name => {
      const { expected } = PHASES[name];
      for (const { label, errors, count } of await outcomes.get(name)!) {
        expect({ label, count, errors: errors.slice(1) }).toEqual({
          label,
          count: expected,
          errors: [],
        });
        for (const message of errors) {
          expect(message).toContain(actionOf(name));
          expect(message).not.toContain('nobody-may-see-this');
        }
      }
    },
  );
});
