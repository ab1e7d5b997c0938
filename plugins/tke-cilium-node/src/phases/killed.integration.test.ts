import type { ProxyRule } from '@tke-cilium/local-cluster';
import { installedObjects } from '../__testUtils__/installedObjects';
import { PhaseTestCluster } from '../__testUtils__/PhaseTestCluster';
import { listReleaseRevisions } from '../helm/releaseStorage';
import { DaemonSet, daemonSet } from '../kubernetes/workloads';
import { applyCniConfig } from './applyCniConfig';
import { disableTkeComponents } from './disableTkeComponents';
import { createKarpenterNodePool } from './createKarpenterNodePool';
import { installCilium } from './installCilium';
import { upgradeEniAgent } from './upgradeEniAgent';
import { PhaseContext, PhaseResult } from './Phase';

// A killed run's lock keeps the next one out until it expires.
jest.setTimeout(240_000);

const profile = 'guide-2026-08' as const;

type KillCase = {
  title: string;
  phase: string;
  input: object;
  /** Whether Helm dies too, as it does when the host dies. */
  withHelm: boolean;
  /** The request that it is killed at. */
  at: Omit<ProxyRule, 'onHit'>;
  /** The request that the next run is killed at, too. */
  again?: Omit<ProxyRule, 'onHit'>;
  /** What is there then, to prove that it was killed where it says. */
  interrupted?: () => Promise<void>;
  run: (context: PhaseContext) => Promise<PhaseResult>;
  /** What the next run says. */
  summary: RegExp;
  revisions?: string[];
};

describe('a phase whose process is killed', () => {
  let test: PhaseTestCluster;

  beforeAll(async () => {
    test = await PhaseTestCluster.start({
      id: 'cls-killed01',
      simulator: true,
    });
  });
  afterAll(async () => {
    await test?.stop();
  });

  const install = (userValues: object[]) => ({
    profile,
    userValues,
    get chart() {
      return { path: test.chart };
    },
  });
  const runInstall = (userValues: object[]) => (context: PhaseContext) =>
    installCilium(context, {
      ...install(userValues),
      helm: test.helm,
    } as Parameters<typeof installCilium>[1]);
  const newestRelease = async () => {
    const { kubernetes } = await test.connection();
    const [newest] = await listReleaseRevisions(kubernetes);
    return newest?.status;
  };
  const nodeSelectorOf = async (name: string) => {
    const { kubernetes } = await test.connection();
    const object = await kubernetes.get<DaemonSet>(daemonSet(name));
    return object?.spec.template?.spec?.nodeSelector;
  };

  const pool = {
    profile,
    name: 'default',
    subnetIds: ['subnet-12sxk3z4'],
    securityGroupIds: ['sg-nok01xpa'],
    sshKeyIds: ['skey-3t01mlvf'],
    instanceFamilies: ['S5'],
  };

  const cases: KillCase[] = [
    {
      title: 'while it waits for the rollout',
      phase: 'upgradeEniAgent',
      input: { imageVersion: 'v3.8.3' },
      withHelm: false,
      // It has read the agent twice before its patch.
      at: {
        fault: { kind: 'hang' },
        method: /GET/,
        path: /tke-eni-agent/,
        skip: 2,
      },
      run: context => upgradeEniAgent(context, { imageVersion: 'v3.8.3' }),
      summary: /^Already so: tke-eni-agent has version v3\.8\.3/,
    },
    {
      title: 'after the apply',
      phase: 'applyCniConfig',
      input: {},
      withHelm: false,
      at: { fault: { kind: 'hang' }, path: /configmaps\/cilium-config/ },
      run: context => applyCniConfig(context, {}),
      summary: /^Already so/,
    },
    {
      title: 'between two of the patches',
      phase: 'disableTkeComponents',
      input: { profile },
      withHelm: false,
      at: { fault: { kind: 'hang' }, path: /daemonsets\/tke-cni-agent/ },
      interrupted: async () => {
        expect(await nodeSelectorOf('kube-proxy')).toBeDefined();
        expect(await nodeSelectorOf('tke-cni-agent')).toBeUndefined();
      },
      run: context =>
        disableTkeComponents(context, { profile, timeoutSeconds: 90 }),
      summary: /^Switched off tke-cni-agent, ip-masq-agent$/,
    },
    {
      title: 'with its Helm in the middle of the first install',
      phase: 'installCilium',
      input: install([]),
      withHelm: true,
      at: {
        fault: { kind: 'hang' },
        method: /POST|PATCH/,
        path: /\/daemonsets/,
      },
      // It looks again, in case somebody else's Helm is at work.
      again: {
        fault: { kind: 'hang' },
        path: /\/secrets\?.*owner%3Dhelm/,
        skip: 1,
      },
      interrupted: async () => {
        expect(await newestRelease()).toBe('pending-install');
      },
      run: runInstall([]),
      summary: /^(Installed |Upgraded )Cilium 1\.18\.3/,
      revisions: ['deployed'],
    },
    {
      title: 'with its Helm in the middle of an upgrade',
      phase: 'installCilium',
      input: install([{ debug: { enabled: true } }]),
      withHelm: true,
      at: {
        fault: { kind: 'hang' },
        method: /PATCH/,
        path: /configmaps\/cilium-config/,
      },
      interrupted: async () => {
        expect(await newestRelease()).toBe('pending-upgrade');
      },
      run: runInstall([{ debug: { enabled: true } }]),
      summary: /^Upgraded Cilium 1\.18\.3/,
    },
    {
      title: 'without its Helm in the middle of an upgrade',
      phase: 'installCilium',
      input: install([]),
      withHelm: false,
      at: {
        fault: { kind: 'delay', milliseconds: 2000 },
        method: /PATCH/,
        path: /configmaps\/cilium-config/,
        times: 1,
      },
      run: runInstall([]),
      summary: /^(Already so: |Upgraded )Cilium 1\.18\.3/,
    },
    // Last, because its nodes come up whenever they do.
    {
      title: 'as soon as its first object is there',
      phase: 'createKarpenterNodePool',
      input: pool,
      withHelm: false,
      at: { fault: { kind: 'hang' }, path: /nodepools\/default/ },
      run: context => createKarpenterNodePool(context, pool),
      summary: /accepted/,
    },
    {
      title: 'while it waits for nodes',
      phase: 'createKarpenterNodePool',
      input: { ...pool, waitForNodes: 1 },
      withHelm: false,
      at: { fault: { kind: 'hang' }, path: /\/nodeclaims/ },
      run: context =>
        createKarpenterNodePool(context, { ...pool, waitForNodes: 1 }),
      summary: /[12] nodes ready$/,
    },
  ];

  it.each(cases)(
    'is completed by the next run: $phase, $title',
    async ({
      phase,
      input,
      withHelm,
      at,
      again,
      interrupted,
      run,
      summary,
      revisions,
    }) => {
      for (const request of [at, ...(again ? [again] : [])]) {
        const { killed, lines } = await test.kill(phase, input, request, {
          withHelm,
        });
        expect({ killed, lines }).toEqual({ killed: true, lines });
      }
      await interrupted?.();

      const result = await run(await test.context());
      expect(result.summary).toMatch(summary);
      // Who finds everything done takes no lock, and the dead run's expires by itself.
      expect((await test.lockHolder()) ?? '').not.toContain(`-${process.pid}-`);

      const { kubernetes } = await test.connection();
      const statuses = (await listReleaseRevisions(kubernetes)).map(
        ({ status }) => status,
      );
      expect(['deployed', undefined]).toContain(statuses[0]);
      expect(statuses).toEqual(revisions ?? statuses);
      expect(await run(await test.context())).toMatchObject({
        changed: false,
        summary: expect.stringMatching(/^Already so/),
      });
    },
  );

  it('leaves the cluster as an install that nobody killed', async () => {
    const damaged = await installedObjects(test);
    const fresh = await PhaseTestCluster.start({
      id: 'cls-killed01',
      simulator: true,
    });
    try {
      await upgradeEniAgent(await fresh.context(), { imageVersion: 'v3.8.3' });
      await applyCniConfig(await fresh.context(), {});
      await disableTkeComponents(await fresh.context(), { profile });
      await installCilium(await fresh.context(), {
        profile,
        helm: fresh.helm,
        chart: { path: fresh.chart },
      });
      expect(damaged).toEqual(await installedObjects(fresh));
    } finally {
      await fresh.stop();
    }
  });
});
