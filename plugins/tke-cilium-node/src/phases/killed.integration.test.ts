import { installedObjects } from '../__testUtils__/installedObjects';
import { PhaseTestCluster } from '../__testUtils__/PhaseTestCluster';
import { listReleaseRevisions } from '../helm/releaseStorage';
import { ObjectReference } from '../kubernetes/types';
import { applyCniConfig } from './applyCniConfig';
import { disableTkeComponents } from './disableTkeComponents';
import { createKarpenterNodePool } from './createKarpenterNodePool';
import { installCilium } from './installCilium';
import { upgradeEniAgent } from './upgradeEniAgent';
import { PhaseContext, PhaseResult } from './Phase';

// A killed run's lock keeps the next one out until it expires.
jest.setTimeout(180_000);

const profile = 'guide-2026-08' as const;

type KillCase = {
  title: string;
  phase: string;
  input: object;
  /** Whether Helm dies too, as it does when the host dies. */
  withHelm: boolean;
  killWhen: (line: string) => boolean | Promise<boolean>;
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
  const releaseIs = (status: string) => async () => {
    const { kubernetes } = await test.connection();
    const [newest] = await listReleaseRevisions(kubernetes);
    return newest?.status === status;
  };

  const isThere = (reference: ObjectReference) => async () => {
    const { kubernetes } = await test.connection();
    return (await kubernetes.get(reference)) !== undefined;
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
      killWhen: line => line.startsWith('Waiting for the rollout'),
      run: context => upgradeEniAgent(context, { imageVersion: 'v3.8.3' }),
      summary: /^Already so: tke-eni-agent has version v3\.8\.3/,
    },
    {
      title: 'after the apply',
      phase: 'applyCniConfig',
      input: {},
      withHelm: false,
      killWhen: line => line.endsWith(': written'),
      run: context => applyCniConfig(context, {}),
      summary: /^Already so/,
    },
    {
      title: 'between two of the patches',
      phase: 'disableTkeComponents',
      input: { profile },
      withHelm: false,
      killWhen: line => line === 'kube-proxy: switched off',
      run: context => disableTkeComponents(context, { profile }),
      summary: /Switched off|Already so/,
    },
    {
      title: 'with its Helm in the middle of the first install',
      phase: 'installCilium',
      input: install([]),
      withHelm: true,
      killWhen: releaseIs('pending-install'),
      run: runInstall([]),
      // Helm may have finished just before it was killed.
      summary: /^(Already so: |Installed |Upgraded )Cilium 1\.18\.3/,
      revisions: ['deployed'],
    },
    {
      title: 'with its Helm in the middle of an upgrade',
      phase: 'installCilium',
      input: install([{ debug: { enabled: true } }]),
      withHelm: true,
      killWhen: releaseIs('pending-upgrade'),
      run: runInstall([{ debug: { enabled: true } }]),
      summary: /^(Already so: |Upgraded )Cilium 1\.18\.3/,
    },
    {
      title: 'without its Helm in the middle of an upgrade',
      phase: 'installCilium',
      input: install([]),
      withHelm: false,
      killWhen: releaseIs('pending-upgrade'),
      run: runInstall([]),
      summary: /^(Already so: |Upgraded )Cilium 1\.18\.3/,
    },
    // Last, because its nodes come up whenever they do.
    {
      title: 'as soon as its first object is there',
      phase: 'createKarpenterNodePool',
      input: pool,
      withHelm: false,
      killWhen: isThere({
        apiVersion: 'karpenter.k8s.tke/v1beta1',
        plural: 'tkemachinenodeclasses',
        name: pool.name,
      }),
      run: context => createKarpenterNodePool(context, pool),
      summary: /accepted/,
    },
  ];

  it.each(cases)(
    'is completed by the next run: $phase, $title',
    async ({ phase, input, withHelm, killWhen, run, summary, revisions }) => {
      const { killed, lines } = await test.kill(phase, input, killWhen, {
        withHelm,
      });
      expect({ killed, lines }).toEqual({ killed: true, lines });

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
