import { CloudPhaseTest, SUPER_NODE } from '../__testUtils__/CloudPhaseTest';
import { openEndpoint, OpenEndpointInput } from './openEndpoint';

jest.setTimeout(120_000);

const PUBLIC = { kind: 'public', securityGroupId: 'sg-demo0001' } as const;
const INTRANET = { kind: 'intranet', subnetId: SUPER_NODE.subnetId } as const;

describe('openEndpoint', () => {
  let test: CloudPhaseTest;
  let clusterId: string;

  beforeEach(async () => {
    test = await CloudPhaseTest.start();
    clusterId = await test.runningCluster({ superNode: true });
  });
  afterEach(() => test.stop());

  const open = (input: Omit<OpenEndpointInput, 'clusterId'>, dryRun = false) =>
    openEndpoint(test.context({ dryRun }), { ...input, clusterId });

  it.each([
    [PUBLIC, { ...PUBLIC, securityGroupId: 'sg-demo0002' }],
    [INTRANET, { ...INTRANET, subnetId: 'subnet-demopod1' }],
  ])(
    'does not take an access for another one: %o',
    async (there, wanted: Omit<OpenEndpointInput, 'clusterId'>) => {
      await open(there);
      for (const dryRun of [true, false]) {
        await expect(open(wanted, dryRun)).rejects.toThrow(
          /open already, with .*demo.*, not .*demo.*Nothing was changed/,
        );
        await expect(open(there, dryRun)).resolves.toMatchObject({
          changed: false,
        });
      }
      expect(test.calls('CreateClusterEndpoint')).toBe(1);
    },
  );

  it('tries again what failed before, and does not take the old failure for a new one', async () => {
    const cluster = test.cloud.clusters.get(clusterId)!;
    const failed = { status: 'CreateFailed' as const, errorMessage: 'no room' };
    cluster.intranet = failed;
    const opening = open(INTRANET);
    while (test.calls('CreateClusterEndpoint') === 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    const made = cluster.intranet;
    cluster.intranet = failed;
    setTimeout(() => {
      cluster.intranet = made;
    }, 500);
    await expect(opening).resolves.toMatchObject({ changed: true });
    expect(test.calls('CreateClusterEndpoint')).toBe(1);
  });

  it('waits while the cluster is busy with something else', async () => {
    const busy = { code: 'ResourceUnavailable.ClusterState', message: 'busy' };
    const action = 'CreateClusterEndpoint';
    // More than the calls of one attempt.
    test.cloud.fail({ action, fault: busy, times: 8 });
    await expect(open(INTRANET)).resolves.toMatchObject({ changed: true });
    expect(test.lines.join('\n')).toMatch(
      /Waiting for cluster cls-\w+ to take CreateClusterEndpoint: .*busy/,
    );
    expect(test.calls(action)).toBe(9);
  });

  it('says what the cluster was busy with when that does not end', async () => {
    test.cloud.fail({
      action: 'CreateClusterEndpoint',
      fault: { code: 'ResourceUnavailable.ClusterState', message: 'busy' },
      times: 100,
    });
    await expect(open({ ...INTRANET, timeoutSeconds: 1 })).rejects.toThrow(
      /Waited 1 s for cluster cls-\w+ to take .*busy/,
    );
  });
});
