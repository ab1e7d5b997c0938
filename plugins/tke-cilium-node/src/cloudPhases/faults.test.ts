import { Fault, TencentCloudOptions } from '@tke-cilium/tencent-stand-in';
import {
  CloudPhaseTest,
  POOL,
  SUPER_NODE,
} from '../__testUtils__/CloudPhaseTest';
import {
  CloudPhaseContext,
  createCluster,
  createNativeNodePool,
  createRegularNodePool,
  createSuperNode,
  deleteCluster,
  deleteSuperNode,
  installAddon,
  openEndpoint,
  waitAddon,
  waitClusterRunning,
} from './index';

jest.setTimeout(300_000);

type Attempt = {
  test: CloudPhaseTest;
  context: CloudPhaseContext;
  clusterId: string;
  /** As an action knows from its checkpoint. */
  triedBefore: boolean;
};

/** What a phase does, which of its calls fails, and how many there must be of what it makes. */
const PHASES: Record<
  string,
  {
    action: string;
    needs?: 'nothing' | 'cluster' | 'super-node';
    run: (attempt: Attempt) => Promise<unknown>;
    count: (test: CloudPhaseTest, clusterId: string) => number;
    expected: number;
  }
> = {
  'tke:cluster:create': {
    action: 'CreateCluster',
    needs: 'nothing',
    run: ({ context, test, triedBefore }) =>
      createCluster(context, { ...test.input, triedBefore }),
    count: test => test.cloud.clusters.size,
    expected: 1,
  },
  'tke:cluster:wait-running': {
    action: 'DescribeClusters',
    run: ({ context, clusterId }) => waitClusterRunning(context, { clusterId }),
    count: test => test.cloud.clusters.size,
    expected: 1,
  },
  'tke:supernode:create': {
    action: 'CreateClusterVirtualNodePool',
    run: ({ context, clusterId, triedBefore }) =>
      createSuperNode(context, { clusterId, ...SUPER_NODE, triedBefore }),
    count: (test, id) => test.cloud.clusters.get(id)?.superNodes?.length ?? 0,
    expected: 1,
  },
  'tke:supernode:delete': {
    action: 'DeleteClusterVirtualNodePool',
    needs: 'super-node',
    run: ({ context, clusterId }) => deleteSuperNode(context, { clusterId }),
    count: (test, id) => test.cloud.clusters.get(id)?.superNodes?.length ?? 0,
    expected: 0,
  },
  'tke:cluster:open-endpoint': {
    action: 'CreateClusterEndpoint',
    run: ({ context, clusterId }) =>
      openEndpoint(context, {
        clusterId,
        kind: 'intranet',
        subnetId: 'subnet-demonode',
      }),
    count: (test, id) =>
      test.cloud.clusters.get(id)?.intranet?.status === 'Created' ? 1 : 0,
    expected: 1,
  },
  'tke:addon:install, an upgrade': {
    action: 'UpdateAddon',
    run: ({ context, clusterId }) =>
      installAddon(context, {
        clusterId,
        addon: 'eniipamd',
        minimumVersion: '3.8.0',
      }),
    count: (test, id) =>
      test.cloud.clusters.get(id)?.addons?.get('eniipamd')?.version === '3.11.0'
        ? 1
        : 0,
    expected: 1,
  },
  'tke:addon:install': {
    action: 'InstallAddon',
    run: ({ context, clusterId }) =>
      installAddon(context, { clusterId, addon: 'karpenter' }),
    count: (test, id) =>
      test.cloud.clusters.get(id)?.addons?.has('karpenter') ? 1 : 0,
    expected: 1,
  },
  'tke:addon:wait': {
    action: 'DescribeAddon',
    run: ({ context, clusterId }) =>
      waitAddon(context, { clusterId, addon: 'eniipamd' }),
    count: test => test.cloud.clusters.size,
    expected: 1,
  },
  'tke:nodepool:create-native': {
    action: 'CreateNodePool',
    run: ({ context, clusterId, triedBefore }) =>
      createNativeNodePool(context, {
        ...POOL,
        clusterId,
        instanceTypes: ['SA5.MEDIUM4'],
        triedBefore,
      }),
    count: (test, id) => test.cloud.clusters.get(id)?.nodePools?.length ?? 0,
    expected: 1,
  },
  'tke:nodepool:create-regular': {
    action: 'CreateClusterNodePool',
    run: ({ context, clusterId, triedBefore }) =>
      createRegularNodePool(context, {
        ...POOL,
        clusterId,
        instanceType: 'S5.MEDIUM4',
        triedBefore,
      }),
    count: (test, id) => test.cloud.clusters.get(id)?.nodePools?.length ?? 0,
    expected: 1,
  },
  'tke:cluster:delete': {
    action: 'DeleteCluster',
    run: ({ context, clusterId, test }) =>
      deleteCluster(context, {
        clusterId,
        confirmName: test.input.name,
        liftProtection: true,
      }),
    count: test => test.cloud.clusters.size,
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
  phase: (typeof PHASES)[string],
  { fault, times, options }: (typeof FAULTS)[string],
) {
  const test = await CloudPhaseTest.start(options);
  try {
    const { needs = 'cluster' } = phase;
    const clusterId =
      needs === 'nothing'
        ? ''
        : await test.runningCluster({ superNode: needs === 'super-node' });
    test.cloud.fail({ action: phase.action, fault, times });
    const errors: string[] = [];
    for (const triedBefore of [false, true]) {
      const context = test.context();
      await phase
        .run({ test, context, clusterId, triedBefore })
        .catch(error => errors.push(error.message));
      if (errors.length === 0) {
        break;
      }
    }
    return { errors, count: phase.count(test, clusterId) };
  } finally {
    await test.stop();
  }
}

type Outcome = { label: string; errors: string[]; count: number };

describe('whatever the cloud does', () => {
  const outcomes = new Map<string, Promise<Outcome[]>>();

  beforeAll(() => {
    // Side by side: most of the time is spent waiting.
    for (const [name, phase] of Object.entries(PHASES)) {
      const attempts = Object.entries(FAULTS).map(async ([label, fault]) => ({
        label,
        ...(await tryPhase(phase, fault)),
      }));
      outcomes.set(name, Promise.all(attempts));
    }
  });

  it.each(Object.entries(PHASES))(
    '%s makes one of what it makes, in two attempts at most',
    async (name, { expected }) => {
      for (const { label, errors, count } of await outcomes.get(name)!) {
        expect({ label, count, errors: errors.slice(1) }).toEqual({
          label,
          count: expected,
          errors: [],
        });
        for (const message of errors) {
          expect(message).toContain(name.split(',')[0]);
          expect(message).not.toContain('nobody-may-see-this');
        }
      }
    },
  );
});
