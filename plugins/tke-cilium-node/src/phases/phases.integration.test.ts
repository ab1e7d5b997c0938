import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { evaluateReadiness } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { observeCluster } from '../observe/observeCluster';
import { PhaseTestCluster } from '../__testUtils__/PhaseTestCluster';
import { withClusterLock } from '../kubernetes/ClusterLock';
import { applyCniConfig } from './applyCniConfig';
import { createKarpenterNodePool } from './createKarpenterNodePool';
import { disableTkeComponents } from './disableTkeComponents';
import { installCilium } from './installCilium';
import { PhaseContext, PhaseResult } from './Phase';
import { runPreflight } from './runPreflight';
import { showChartValues } from './showChartValues';
import { upgradeEniAgent } from './upgradeEniAgent';

jest.setTimeout(240_000);

const profile = 'guide-2026-08' as const;
const READ_EVERYTHING = [
  { apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list', 'watch'] },
];
const LOCK = {
  apiGroups: ['coordination.k8s.io'],
  resources: ['leases'],
  verbs: ['get', 'create', 'update', 'delete'],
};

type PhaseCase = {
  phase: string;
  run: (context: PhaseContext) => Promise<PhaseResult>;
  /** What the error of somebody who may only read and lock says. */
  forbidden: RegExp;
};

describe('every phase', () => {
  let test: PhaseTestCluster;

  beforeAll(async () => {
    test = await PhaseTestCluster.start({ simulator: true });
  });
  afterAll(async () => {
    await test?.stop();
  });

  /** What the rules say of the release and of its values. */
  async function judged() {
    const { connection, signal } = await test.context();
    const snapshot = await observeCluster(
      connection.kubernetes,
      connection.clusterId,
      { signal },
    );
    const { problems, configuration } = evaluateReadiness(snapshot, {
      now: new Date().toISOString(),
    });
    return {
      problems: problems
        .filter(({ code }) => code.startsWith('release-'))
        .map(({ message }) => message),
      configuration,
    };
  }

  const cases: PhaseCase[] = [
    {
      phase: 'upgradeEniAgent',
      run: context => upgradeEniAgent(context, { imageVersion: 'v3.8.3' }),
      forbidden:
        /could not patch daemonsets\.apps kube-system\/tke-eni-agent: .*is forbidden.*Grant the user of this connection the verb "patch"/,
    },
    {
      phase: 'applyCniConfig',
      run: context => applyCniConfig(context, {}),
      forbidden:
        /could not apply configmaps kube-system\/cni-config: .*forbidden/,
    },
    {
      phase: 'disableTkeComponents',
      run: context => disableTkeComponents(context, { profile }),
      forbidden:
        /could not patch daemonsets\.apps kube-system\/kube-proxy: .*forbidden/,
    },
    {
      phase: 'installCilium',
      run: context =>
        installCilium(context, {
          profile,
          helm: test.helm,
          chart: { path: test.chart },
        }),
      forbidden:
        /Helm upgrade --install of cilium to chart 1\.18\.3 failed: .*is forbidden.*Grant the user/,
    },
    {
      phase: 'createKarpenterNodePool',
      run: context =>
        createKarpenterNodePool(context, {
          profile,
          name: 'default',
          subnetIds: ['subnet-12sxk3z4'],
          securityGroupIds: ['sg-nok01xpa'],
          sshKeyIds: ['skey-3t01mlvf'],
          instanceFamilies: ['S5', 'SA2'],
        }),
      forbidden:
        /could not apply tkemachinenodeclasses\.karpenter\.k8s\.tke default: .*forbidden/,
    },
  ];

  describe.each(cases)('$phase', ({ phase, run, forbidden }) => {
    it('changes nothing in a dry run, and says what it would change', async () => {
      const before = await test.settled();
      const result = await run(await test.context({ dryRun: true }));
      expect(result.changed).toBe(true);
      expect(result.summary).toMatch(/^Would /);
      expect(await test.resourceVersions()).toEqual(before);
    });

    it('ends at once when it is cancelled, and leaves no lock behind', async () => {
      const cancel = new AbortController();
      const { connection } = await test.context();
      await withClusterLock(
        {
          client: connection.kubernetes,
          purpose: 'somebody else',
          signal: new AbortController().signal,
          log: () => undefined,
        },
        async () => {
          const before = await test.settled();
          let outcome: unknown;
          let endedAt = 0;
          await new Promise<void>(resolve => {
            const onLine = (line: string) =>
              line.startsWith('Waiting for another run to end: somebody else')
                ? resolve()
                : undefined;
            test
              .context({ signal: cancel.signal, onLine })
              .then(run)
              .catch(error => error)
              .then(value => {
                outcome = value;
                endedAt = Date.now();
                resolve();
              });
          });
          const cancelledAt = Date.now();
          cancel.abort(new Error('cancelled'));
          await until(() => endedAt > 0);
          expect(outcome).toBe(cancel.signal.reason);
          // A second is promised; a busy machine needs a few.
          expect(endedAt - cancelledAt).toBeLessThan(5000);
          expect(await test.resourceVersions()).toEqual(before);
        },
      );
      expect(await test.lockHolder()).toBeUndefined();
    });

    it('says what permission is missing', async () => {
      const kubeconfigPath = await test.cluster.restrictedKubeconfig(
        `reader-${phase.toLowerCase()}`,
        [...READ_EVERYTHING, LOCK],
      );
      const before = await test.settled();
      await expect(run(await test.context({ kubeconfigPath }))).rejects.toThrow(
        forbidden,
      );
      expect(
        phase === 'installCilium' ? before : await test.resourceVersions(),
      ).toEqual(before);
      expect(await test.lockHolder()).toBeUndefined();
    });

    it('runs once when two run at the same time', async () => {
      const results = await Promise.all([
        run(await test.context()),
        run(await test.context()),
      ]);
      expect(results.map(({ changed }) => changed).sort()).toEqual([
        false,
        true,
      ]);
      expect(await test.lockHolder()).toBeUndefined();
    });

    it('is already so when it runs again', async () => {
      const before = await test.settled();
      const result = await run(await test.context());
      expect(result).toMatchObject({
        changed: false,
        summary: expect.stringMatching(/^Already so/),
      });
      expect(await test.resourceVersions()).toEqual(before);
    });
  });

  it('looks at the cluster and changes nothing in preflight and show-values', async () => {
    const before = await test.settled();
    await runPreflight(await test.context(), { profile });
    const shown = await showChartValues(await test.context(), {
      profile,
      helm: test.helm,
      chart: { path: test.chart },
      userValues: [{ debug: { enabled: true } }],
    });
    expect(shown.differencesFromProfile).toEqual([
      { path: 'debug', right: { enabled: true } },
    ]);
    expect(shown.differencesFromChart).toContainEqual({
      path: 'routingMode',
      left: '',
      right: 'native',
    });
    expect(await test.resourceVersions()).toEqual(before);
  });

  it('refuses a key that the chart does not know, and names the nearest', async () => {
    await expect(
      installCilium(await test.context(), {
        profile,
        helm: test.helm,
        chart: { path: test.chart },
        userValues: [{ operator: { replica: 1 } }],
      }),
    ).rejects.toThrow(
      /does not know "operator\.replica" \(did you mean "operator\.replicas"\?\)/,
    );
  });

  it('refuses a chart of another version', async () => {
    await expect(
      installCilium(await test.context(), {
        profile,
        helm: test.helm,
        chart: { path: test.chart },
        chartVersion: '1.18.4',
      }),
    ).rejects.toThrow(/is the chart cilium 1\.18\.3, but cilium 1\.18\.4/);
  });

  it('makes good what somebody deleted from the release', async () => {
    const { connection } = await test.context();
    await connection.kubernetes.delete({
      apiVersion: 'apps/v1',
      plural: 'daemonsets',
      namespace: 'kube-system',
      name: 'cilium-envoy',
    });
    const result = await installCilium(await test.context(), {
      profile,
      helm: test.helm,
      chart: { path: test.chart },
    });
    expect(result.changed).toBe(true);
    expect(
      (await test.everything()).has('daemonsets kube-system/cilium-envoy'),
    ).toBe(true);
  });

  it('sees that somebody upgraded the release by hand, and takes it back', async () => {
    const input = { profile, helm: test.helm, chart: { path: test.chart } };
    await promisify(execFile)(
      test.helmCommand,
      [
        ...['upgrade', 'cilium', test.chart, '--namespace=kube-system'],
        ...['--reuse-values', '--set=debug.enabled=true'],
      ],
      {
        env: { ...process.env, KUBECONFIG: test.cluster.kubeconfigPath },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    expect(await judged()).toEqual({
      problems: [
        expect.stringMatching(
          /^Revision \d+ of the Helm release cilium was not made by the install/,
        ),
      ],
      configuration: {
        profile,
        total: 1,
        differences: [{ key: 'debug', expected: 'false', actual: 'true' }],
      },
    });

    const result = await installCilium(await test.context(), input);
    expect(result.changed).toBe(true);
    expect(await judged()).toEqual({
      problems: [],
      configuration: { profile, total: 0, differences: [] },
    });
    const again = await installCilium(await test.context(), input);
    expect(again.changed).toBe(false);
  });

  it('stops Helm when it is cancelled, and installs afterwards', async () => {
    const cancel = new AbortController();
    const input = {
      profile,
      helm: test.helm,
      chart: { path: test.chart },
      userValues: [{ debug: { enabled: true } }],
    };
    const proxy = await test.proxy();
    proxy.inject({
      fault: { kind: 'hang' },
      method: /PATCH/,
      path: /configmaps\/cilium-config/,
      onHit: () => cancel.abort(new Error('cancelled')),
    });
    const running = installCilium(
      await test.context({
        signal: cancel.signal,
        kubeconfigPath: proxy.kubeconfigPath,
      }),
      input,
    );
    await expect(running).rejects.toThrow('cancelled');
    proxy.heal();
    expect(await test.lockHolder()).toBeUndefined();
    const result = await installCilium(await test.context(), input);
    expect(result.changed).toBe(true);
    expect(result.summary).toMatch(/^Upgraded Cilium 1\.18\.3/);
  });

  it('never logs a credential or a value of a Secret', async () => {
    expect(test.logged.length).toBeGreaterThan(50);
    const log = test.logged.join('\n');
    for (const secret of await test.secrets()) {
      expect(log).not.toContain(secret);
    }
  });

  async function until(done: () => boolean) {
    while (!done()) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }
});
