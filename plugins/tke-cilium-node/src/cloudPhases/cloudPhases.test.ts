import { CLOUD_PHASE_CALLS } from '../__testUtils__/cloudPhaseCalls';
import { CloudPhaseTest, POOL } from '../__testUtils__/CloudPhaseTest';
import { HelmClient } from '../helm';
import {
  createCluster,
  createNativeNodePool,
  createRegularNodePool,
  deleteCluster,
  deleteSuperNode,
  installAddon,
  openEndpoint,
  waitAddon,
  waitClusterRunning,
} from './index';

jest.setTimeout(180_000);

describe('the phases in the cloud', () => {
  let test: CloudPhaseTest;

  beforeEach(async () => {
    test = await CloudPhaseTest.start();
  });
  afterEach(() => test.stop());

  it('make a cluster, open it, and delete it; each says the second time that it is so', async () => {
    const context = test.context();
    const made = await createCluster(context, test.input);
    expect(made).toMatchObject({
      changed: true,
      summary: expect.stringMatching(/^Created cls-.* \(which has a price\)/),
    });
    const { clusterId = '' } = made;
    for (const call of Object.values(CLOUD_PHASE_CALLS)) {
      await call({ test, context, clusterId });
      await expect(call({ test, context, clusterId })).resolves.toMatchObject({
        changed: false,
      });
    }
    expect(test.cloud.clusters.size).toBe(0);
    for (const action of [
      'CreateCluster',
      'CreateClusterVirtualNodePool',
      'CreateClusterEndpoint',
      'UpdateAddon',
      'InstallAddon',
      'CreateNodePool',
      'CreateClusterNodePool',
      'DeleteCluster',
    ]) {
      expect([action, test.calls(action)]).toEqual([action, 1]);
    }
  });

  it('tell a cluster that has nodes from a new one', async () => {
    const clusterId = await test.runningCluster({ superNode: true });
    await expect(
      waitClusterRunning(test.context(), { clusterId }),
    ).resolves.toMatchObject({ hasNodes: false });
    await createNativeNodePool(test.context(), {
      ...POOL,
      clusterId,
      instanceTypes: ['SA5.MEDIUM4'],
    });
    for (const dryRun of [false, true]) {
      await expect(
        waitClusterRunning(test.context({ dryRun }), { clusterId }),
      ).resolves.toMatchObject({ hasNodes: true });
    }
  });

  it('make one cluster for two at once', async () => {
    const [one, other] = await Promise.all([
      createCluster(test.context(), test.input),
      createCluster(test.context(), test.input),
    ]);
    expect(one.clusterId).toBe(other.clusterId);
    expect(test.cloud.clusters.size).toBe(1);
  });

  it('say in a dry run what they would do, and do nothing', async () => {
    const clusterId = await test.runningCluster({ superNode: true });
    const before = test.cloud.journal.length;
    const context = test.context({ dryRun: true });
    const results = [
      await createCluster(context, { ...test.input, name: 'other' }),
      await openEndpoint(context, {
        clusterId,
        kind: 'intranet',
        subnetId: 'subnet-demonode',
      }),
      await installAddon(context, { clusterId, addon: 'karpenter' }),
      await createNativeNodePool(context, {
        ...POOL,
        clusterId,
        instanceTypes: ['SA5.MEDIUM4'],
      }),
      await createRegularNodePool(context, {
        ...POOL,
        clusterId,
        instanceType: 'S5.MEDIUM4',
      }),
      await deleteSuperNode(context, { clusterId }),
      await deleteCluster(context, {
        clusterId,
        confirmName: test.input.name,
        liftProtection: true,
      }),
    ];
    expect(results).toEqual(
      results.map(() =>
        expect.objectContaining({
          changed: true,
          summary: expect.stringMatching(/^Would /),
        }),
      ),
    );
    const asked = test.cloud.journal.slice(before);
    expect(
      asked.filter(({ action }) => !/^(Describe|Get)/.test(action)),
    ).toEqual([]);
  });

  it('find everything that is wrong with a cluster before it is made', async () => {
    await expect(
      createCluster(test.context({ dryRun: true }), {
        ...test.input,
        serviceCidr: '10.10.0.0/20',
        podSubnetIds: ['subnet-elsewhere'],
        kubernetesVersion: '1.33.0',
      }),
    ).rejects.toThrow(
      /does not offer Kubernetes 1.33.0.*overlaps 10.10.0.0\/16.*no subnet subnet-elsewhere/s,
    );
    expect(test.calls('CreateCluster')).toBe(0);
  });

  it('find everything that is wrong with what is going to follow a cluster, before it is made', async () => {
    test.cloud.soldOut.add('SA5.MEDIUM4');
    const attempt = createCluster(test.context(), {
      ...test.input,
      vpcId: 'vpc-demo0001',
      nodes: {
        subnetIds: ['subnet-elsewhere', 'subnet-demonode'],
        securityGroupIds: ['sg-elsewhere'],
        sshKeyIds: ['skey-elsewhere'],
        instanceTypes: ['SA5.MEDIUM4'],
        replicas: 250,
      },
      chart: {
        version: '1.18.99',
        helm: HelmClient.create({ command: '/nowhere/helm' }),
      },
    });
    const error: Error = await attempt.then(
      () => new Error('it was made'),
      failure => failure,
    );
    for (const expected of [
      'no subnet subnet-elsewhere in vpc-demo0001',
      'subnet-demonode have 250 free addresses, and 251 are needed',
      'no security group sg-elsewhere',
      'no SSH key skey-elsewhere',
      'SA5.MEDIUM4 cannot be bought in ap-guangzhou-3 now; zones that sell: none',
      'Helm does not get the chart of Cilium 1.18.99',
    ]) {
      expect(error.message).toContain(expected);
    }
    expect(test.calls('CreateCluster')).toBe(0);
  });

  it('leave alone what was not made here, or is not what was asked for', async () => {
    const clusterId = await test.runningCluster();
    await expect(
      createCluster(test.context(), {
        ...test.input,
        serviceCidr: '172.17.0.0/20',
      }),
    ).rejects.toThrow(
      /has this name already, with the service CIDR 172.16.0.0\/20, not 172.17/,
    );
    await expect(
      createCluster(test.context(), {
        ...test.input,
        owner: 'group:default/others',
        profile: 'guide-2025-11',
        podSubnetIds: ['subnet-demopod2'],
      }),
    ).rejects.toThrow(
      /the install profile guide-2026-08, not guide-2025-11, the owner group:default\/platform, not group:default\/others, no Pods in subnet-demopod2\. Choose another name/,
    );
    const remove = (confirmName: string, liftProtection?: boolean) =>
      deleteCluster(test.context(), { clusterId, confirmName, liftProtection });
    await expect(remove('other', true)).rejects.toThrow('Nothing was deleted');
    await expect(remove(test.input.name)).rejects.toThrow('is protected');
    test.cloud.clusters.get(clusterId)!.tags = [];
    await expect(remove(test.input.name, true)).rejects.toThrow(
      'was not made here',
    );
    await expect(createCluster(test.context(), test.input)).rejects.toThrow(
      'it was not made here',
    );
    expect(test.calls('DeleteCluster')).toBe(0);
  });

  it('say once what stays as it is in a cluster that is there', async () => {
    const clusterId = await test.runningCluster();
    test.lines.length = 0;
    await expect(
      createCluster(test.context(), {
        ...test.input,
        karpenter: true,
        level: 'L20',
        deletionProtection: false,
      }),
    ).resolves.toMatchObject({ changed: false, clusterId });
    expect(test.lines).toEqual([
      expect.stringContaining(
        `${clusterId} is taken as it is, with the size L5, not L20, deletion protection on, not off.`,
      ),
      expect.stringContaining('do not keep their addresses'),
    ]);
  });

  it('say what to do about an empty cluster, a quota, and machines that are sold out', async () => {
    const clusterId = await test.runningCluster();
    await expect(
      openEndpoint(test.context(), {
        clusterId,
        kind: 'public',
        securityGroupId: 'sg-demo0001',
      }),
    ).rejects.toThrow(/ClusterState.*Add a super node/);
    await expect(
      waitAddon(test.context(), { clusterId, addon: 'eniipamd' }),
    ).resolves.toMatchObject({ summary: expect.stringContaining('3.7.5') });

    test.cloud.fail({
      action: 'CreateCluster',
      fault: { code: 'FailedOperation.QuotaMaxClsLimit' },
    });
    await expect(
      createCluster(test.context(), { ...test.input, name: 'second' }),
    ).rejects.toThrow(/QuotaMaxClsLimit.*higher quota/);

    test.cloud.soldOut.add('SA5.MEDIUM4');
    const pool = () =>
      createNativeNodePool(test.context(), {
        ...POOL,
        clusterId,
        instanceTypes: ['SA5.MEDIUM4'],
        timeoutSeconds: 2,
      });
    await expect(pool()).rejects.toThrow(/0 of 2 nodes are ready.*sold out/);
    await expect(pool()).rejects.toThrow(/0 of 2 nodes are ready/);
    expect(test.calls('CreateNodePool')).toBe(1);
  });

  it('stop within a second when they are cancelled', async () => {
    const slow = await CloudPhaseTest.start({ speed: 1 });
    try {
      const { clusterId = '' } = await createCluster(
        slow.context(),
        slow.input,
      );
      const controller = new AbortController();
      const wait = waitClusterRunning(
        slow.context({ signal: controller.signal }),
        { clusterId },
      );
      setTimeout(() => controller.abort(new Error('cancelled')), 500);
      const start = Date.now();
      await expect(wait).rejects.toThrow('cancelled');
      expect(Date.now() - start).toBeLessThan(1500);
    } finally {
      await slow.stop();
    }
  });

  it('end when a cluster cannot come up, and when its access could not be opened', async () => {
    const clusterId = await test.runningCluster();
    const cluster = test.cloud.clusters.get(clusterId)!;
    cluster.intranet = { status: 'Creating' };
    const opening = openEndpoint(test.context(), {
      clusterId,
      kind: 'intranet',
      subnetId: 'subnet-demonode',
    });
    setTimeout(() => {
      cluster.intranet = { status: 'CreateFailed', errorMessage: 'no room' };
    }, 500);
    await expect(opening).rejects.toThrow(/was not opened: no room/);
    cluster.status = 'Abnormal';
    await expect(
      waitClusterRunning(test.context(), { clusterId }),
    ).rejects.toThrow('is Abnormal');
  });
});
