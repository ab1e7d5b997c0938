import {
  type FaultProxy,
  type ProxyRule,
  startFaultProxy,
} from '@tke-cilium/local-cluster';
import { PhaseTestCluster } from '../__testUtils__/PhaseTestCluster';
import { listReleaseRevisions } from '../helm/releaseStorage';
import { applyCniConfig } from './applyCniConfig';
import { disableTkeComponents } from './disableTkeComponents';
import { installCilium } from './installCilium';
import { PhaseContext, PhaseResult } from './Phase';
import { upgradeEniAgent } from './upgradeEniAgent';

jest.setTimeout(240_000);

const profile = 'guide-2026-08' as const;

describe('phases on an API server in trouble', () => {
  let test: PhaseTestCluster;
  let proxy: FaultProxy;

  beforeAll(async () => {
    test = await PhaseTestCluster.start();
    proxy = await startFaultProxy({
      kubeconfigPath: test.cluster.kubeconfigPath,
    });
  });
  afterAll(async () => {
    await proxy?.stop();
    await test?.stop();
  });
  afterEach(() => proxy.heal());

  const troubled = (signal?: AbortSignal) =>
    test.context({ kubeconfigPath: proxy.kubeconfigPath, signal });
  const install = (context: PhaseContext, userValues: object[] = []) =>
    installCilium(context, {
      profile,
      helm: test.helm,
      chart: { path: test.chart },
      userValues,
    } as Parameters<typeof installCilium>[1]);

  const cases: {
    title: string;
    rules: ProxyRule[];
    run: (context: PhaseContext) => Promise<PhaseResult>;
  }[] = [
    {
      title: '429 with Retry-After, then 503, then a reset, at the ENI agent',
      rules: [
        {
          fault: { kind: 'status', status: 429, retryAfterSeconds: 1 },
          path: /tke-eni-agent/,
          times: 2,
        },
        { fault: { kind: 'status', status: 503 }, method: /PATCH/, times: 1 },
        { fault: { kind: 'reset' }, method: /PATCH/, times: 2 },
      ],
      run: context => upgradeEniAgent(context, { imageVersion: 'v3.8.3' }),
    },
    {
      title: '500 at the CNI ConfigMap and at the lock',
      rules: [
        {
          fault: { kind: 'status', status: 500 },
          path: /cni-config/,
          times: 3,
        },
        { fault: { kind: 'status', status: 500 }, path: /leases/, times: 2 },
      ],
      run: context => applyCniConfig(context, {}),
    },
    {
      title: 'resets at every third kind of request while it disables',
      rules: [
        { fault: { kind: 'reset' }, path: /daemonsets/, times: 4 },
        { fault: { kind: 'reset' }, path: /pods/, times: 2 },
        { fault: { kind: 'reset' }, method: /POST/, times: 1 },
      ],
      run: context => disableTkeComponents(context, { profile }),
    },
    {
      title: '500 in the middle of the first install by Helm',
      rules: [
        {
          fault: { kind: 'status', status: 500 },
          method: /POST|PATCH/,
          path: /serviceaccounts|clusterroles/,
          times: 1,
        },
      ],
      run: context => install(context),
    },
    {
      title: 'resets in the middle of an upgrade by Helm',
      rules: [
        {
          fault: { kind: 'reset' },
          method: /PATCH/,
          path: /daemonsets/,
          times: 1,
        },
      ],
      run: context => install(context, [{ debug: { enabled: true } }]),
    },
  ];

  it.each(cases)('get through: $title', async ({ rules, run }) => {
    const hits = rules.map(() => 0);
    rules.forEach((rule, index) =>
      proxy.inject({
        ...rule,
        onHit: () => {
          hits[index] += 1;
        },
      }),
    );
    expect(await run(await troubled())).toMatchObject({ changed: true });
    expect(hits).toEqual(rules.map(({ times }) => times));
    proxy.heal();
    expect(await run(await troubled())).toMatchObject({ changed: false });
    expect(await test.lockHolder()).toBeUndefined();
    const { kubernetes } = await test.connection();
    const [newest] = await listReleaseRevisions(kubernetes);
    expect(['deployed', undefined]).toContain(newest?.status);
  });

  it('get through a restart of the API server', async () => {
    const restart = test.cluster.restartApiServer();
    const result = await applyCniConfig(await troubled(), {});
    await restart;
    expect(result.changed).toBe(false);
  });

  it('say what did not answer when it never does', async () => {
    proxy.inject({
      fault: { kind: 'status', status: 503 },
      path: /cni-config/,
    });
    await expect(applyCniConfig(await troubled(), {})).rejects.toThrow(
      /tke:cilium:apply-cni-config on cls-\w+ failed.*could not get configmaps kube-system\/cni-config.*503.*try again when it is healthy/,
    );
    expect(await test.lockHolder()).toBeUndefined();
  });

  it('end at once when they are cancelled while it hangs', async () => {
    const cancel = new AbortController();
    let cancelledAt = 0;
    proxy.inject({
      fault: { kind: 'hang' },
      path: /cni-config/,
      onHit: () => {
        cancelledAt = Date.now();
        cancel.abort(new Error('cancelled'));
      },
    });
    await expect(
      applyCniConfig(await troubled(cancel.signal), {}),
    ).rejects.toThrow('cancelled');
    // A second is promised; a busy machine needs a few.
    expect(Date.now() - cancelledAt).toBeLessThan(5000);
    expect(await test.lockHolder()).toBeUndefined();
  });

  it('say something at least every 20 s while it hangs, and get through when it is over', async () => {
    proxy.inject({ fault: { kind: 'hang' }, path: /cni-config/, times: 1 });
    const lines: { at: number; line: string }[] = [];
    const startedAt = Date.now();
    const result = await applyCniConfig(
      await test.context({
        kubeconfigPath: proxy.kubeconfigPath,
        onLine: line => lines.push({ at: Date.now() - startedAt, line }),
      }),
      {},
    );
    expect(result.changed).toBe(false);
    // runPhase.test.ts proves the 20 s; this machine may be busy.
    expect(lines[0].at).toBeLessThan(30_000);
    expect(lines[0].line).toMatch(/^Still waiting for .* \(\d+ s\)$/);
  });
});
