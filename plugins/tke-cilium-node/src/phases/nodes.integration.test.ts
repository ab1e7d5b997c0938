import { type LocalCluster } from '@tke-cilium/local-cluster';
import { PhaseTestCluster } from '../__testUtils__/PhaseTestCluster';
import { DaemonSet, daemonSet } from '../kubernetes/workloads';
import { applyCniConfig } from './applyCniConfig';
import { createKarpenterNodePool } from './createKarpenterNodePool';
import { disableTkeComponents } from './disableTkeComponents';
import { installCilium, InstallCiliumInput } from './installCilium';
import { upgradeEniAgent } from './upgradeEniAgent';
import { waitReady } from './waitReady';

jest.setTimeout(300_000);

const profile = 'guide-2026-08' as const;

describe('an install on a cluster that has nodes', () => {
  let test: PhaseTestCluster;
  let cluster: LocalCluster;

  beforeAll(async () => {
    test = await PhaseTestCluster.start({
      simulator: true,
      seed: { nodes: [{}, {}], superNode: true },
    });
    cluster = test.cluster;
  });
  afterAll(async () => {
    await test?.stop();
  });

  const input = (more: Partial<InstallCiliumInput> = {}) => ({
    profile,
    helm: test.helm,
    chart: { path: test.chart },
    ...more,
  });
  const getDaemonSet = async (name: string) => {
    const { kubernetes } = await test.connection();
    return kubernetes.get<DaemonSet>(daemonSet(name));
  };

  const masquerade = {
    options: { masquerade: { vpcCidrs: ['10.0.0.0/16', '172.22.0.0/16'] } },
  };

  /** Pods of Cilium that started before its configuration last changed. */
  const outdatedPods = async () => {
    const everything = [...(await test.everything())];
    const config = everything.find(([name]) => name.endsWith('/cilium-config'));
    const changedAt = Math.max(
      ...(config?.[1].metadata.managedFields as { time: string }[]).map(
        ({ time }) => Date.parse(time),
      ),
    );
    return everything
      .filter(([name]) => /^pods kube-system\/cilium-(?!envoy)/.test(name))
      .filter(([, { status }]) => {
        const { startTime } = status as { startTime?: string };
        return startTime && Date.parse(startTime) < changedAt;
      })
      .map(([name]) => name);
  };

  it('waits for the rollout of the ENI agent on them', async () => {
    const result = await upgradeEniAgent(await test.context(), {
      imageVersion: 'v3.8.3',
    });
    expect(result.image).toMatch(/:v3\.8\.3$/);
    expect((await getDaemonSet('tke-eni-agent'))?.status).toMatchObject({
      updatedNumberScheduled: 2,
      numberAvailable: 2,
    });
  });

  it('refuses to remove the CNI configuration before Cilium is there', async () => {
    const before = await test.settled();
    await expect(
      disableTkeComponents(await test.context(), {
        profile,
        existingNodes: 'pre-stop',
      }),
    ).rejects.toThrow(/Cilium is not installed.*Install Cilium/);
    expect(await test.resourceVersions()).toEqual(before);
  });

  it('adds the clean-up hook, waits for its rollout, and only then switches off', async () => {
    await applyCniConfig(await test.context(), {});
    await installCilium(await test.context(), input());
    const lines: string[] = [];
    const result = await disableTkeComponents(
      await test.context({ onLine: line => lines.push(line) }),
      { profile, existingNodes: 'pre-stop' },
    );
    expect(result).toMatchObject({ changed: true });
    expect(lines.indexOf('tke-cni-agent: clean-up hook added')).toBeLessThan(
      lines.indexOf('tke-cni-agent: switched off'),
    );
    const cniAgent = await getDaemonSet('tke-cni-agent');
    expect(cniAgent?.spec?.template?.spec?.containers?.[0].lifecycle).toEqual({
      preStop: {
        exec: { command: ['rm', '-f', '/host/etc/cni/net.d/00-multus.conf'] },
      },
    });
    for (const name of ['kube-proxy', 'tke-cni-agent', 'ip-masq-agent']) {
      expect((await getDaemonSet(name))?.status).toMatchObject({
        currentNumberScheduled: 0,
      });
    }
    const before = await test.settled();
    expect(
      await disableTkeComponents(await test.context(), {
        profile,
        existingNodes: 'pre-stop',
      }),
    ).toMatchObject({ changed: false });
    expect(await test.resourceVersions()).toEqual(before);
  });

  it('is ready by the rules of the page', async () => {
    const result = await waitReady(await test.context(), {
      profile,
      minimumReadyNodes: 2,
      timeoutSeconds: 120,
    });
    expect(result.readiness.phase).toBe('Ready');
  });

  it('restarts agents and operator when masquerading changes, also when the run that changed it was killed', async () => {
    const { helm: _helm, ...killable } = input(masquerade);
    // Between the upgrade and the restart it looks for pods with an older configuration.
    const { killed } = await test.kill('installCilium', killable, {
      fault: { kind: 'hang' },
      path: /\/pods\?.*k8s-app/,
    });
    expect(killed).toBe(true);
    expect(await outdatedPods()).not.toEqual([]);

    const result = await installCilium(await test.context(), input(masquerade));
    expect(result.summary).toMatch(
      /^Already so.*restarted .*Deployment cilium-operator to use the changed configuration$/,
    );
    await waitReady(await test.context(), { timeoutSeconds: 120 });
    expect(await outdatedPods()).toEqual([]);
    expect(
      await installCilium(await test.context(), input(masquerade)),
    ).toMatchObject({ changed: false, restarted: [] });
  });

  it('restarts agents and operator when nothing but the configuration changes', async () => {
    const debug = input({
      ...masquerade,
      userValues: [{ debug: { enabled: true } }],
    });
    expect(await installCilium(await test.context(), debug)).toMatchObject({
      changed: true,
      restarted: ['DaemonSet cilium', 'Deployment cilium-operator'],
    });
    await waitReady(await test.context(), { timeoutSeconds: 120 });
    expect(await outdatedPods()).toEqual([]);
  });

  it('names what is wrong when it is not ready in time, and is ready after it is healed', async () => {
    const { id } = await cluster.fail({
      kind: 'image-pull-back-off',
      component: 'agent',
    });
    await expect(
      waitReady(await test.context(), { timeoutSeconds: 15 }),
    ).rejects.toThrow(/AgentsReady: .*/);
    await cluster.heal(id);
    await waitReady(await test.context(), { timeoutSeconds: 120 });
  });

  it('makes a node pool and waits until it is accepted', async () => {
    const result = await createKarpenterNodePool(await test.context(), {
      profile,
      name: 'general',
      subnetIds: ['subnet-12sxk3z4'],
      securityGroupIds: ['sg-nok01xpa'],
      sshKeyIds: ['skey-3t01mlvf'],
      instanceFamilies: ['S5'],
    });
    expect(result.summary).toMatch(
      /^Applied TKEMachineNodeClass general and NodePool general; accepted/,
    );
  });
});

describe('an install on an empty cluster', () => {
  let test: PhaseTestCluster;

  beforeAll(async () => {
    test = await PhaseTestCluster.start({ simulator: true });
  });
  afterAll(async () => {
    await test?.stop();
  });

  it('may wait for nodes, which is a state and not an error', async () => {
    await upgradeEniAgent(await test.context(), { imageVersion: 'v3.8.3' });
    await applyCniConfig(await test.context(), {});
    await disableTkeComponents(await test.context(), { profile });
    await installCilium(await test.context(), {
      profile,
      helm: test.helm,
      chart: { path: test.chart },
    });
    await expect(
      waitReady(await test.context(), { timeoutSeconds: 20 }),
    ).rejects.toThrow(/Waited 20 s for Cilium to be ready.*WaitingForNodes/);
    const result = await waitReady(await test.context(), {
      acceptWaitingForNodes: true,
      timeoutSeconds: 120,
    });
    expect(result.readiness.phase).toBe('WaitingForNodes');

    await test.cluster.addNodes(2);
    expect(
      await waitReady(await test.context(), {
        minimumReadyNodes: 2,
        timeoutSeconds: 120,
      }),
    ).toMatchObject({ readiness: { phase: 'Ready' } });
  });

  it('says at once that nothing is installed', async () => {
    const other = await PhaseTestCluster.start();
    try {
      await expect(
        waitReady(await other.context(), { timeoutSeconds: 120 }),
      ).rejects.toThrow(/NotInstalled/);
    } finally {
      await other.stop();
    }
  });
});
