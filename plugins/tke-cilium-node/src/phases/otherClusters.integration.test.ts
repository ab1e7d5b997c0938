import type { SeedOptions } from '@tke-cilium/local-cluster';
import { PhaseTestCluster } from '../__testUtils__/PhaseTestCluster';
import { disableTkeComponents } from './disableTkeComponents';
import { PhaseContext, PhaseResult } from './Phase';
import { runPreflight } from './runPreflight';
import { upgradeEniAgent } from './upgradeEniAgent';
import { waitReady } from './waitReady';

jest.setTimeout(240_000);

const profile = 'guide-2026-08' as const;

type OtherCluster = {
  kind: string;
  seed: SeedOptions;
  /** A blocking finding of the preflight. */
  finding: RegExp;
  /** What the phases that can tell say. */
  refusals: {
    phase: string;
    run: (context: PhaseContext) => Promise<PhaseResult>;
    error: RegExp;
  }[];
};

const WAIT_READY = {
  phase: 'waitReady',
  run: (context: PhaseContext) => waitReady(context, { timeoutSeconds: 120 }),
};

const cases: OtherCluster[] = [
  {
    kind: 'with the Global Router network',
    seed: { network: 'global-router' },
    finding: /tke-bridge-agent/,
    refusals: [
      {
        phase: 'upgradeEniAgent',
        run: context => upgradeEniAgent(context, { imageVersion: 'v3.8.3' }),
        error: /tke-eni-agent does not exist.*does not use VPC-CNI/,
      },
      { ...WAIT_READY, error: /Unsupported: .*tke-bridge-agent/ },
    ],
  },
  {
    kind: 'with DataPlaneV2',
    seed: { network: 'dataplane-v2' },
    finding: /DataPlaneV2/,
    refusals: [
      {
        phase: 'disableTkeComponents',
        run: context => disableTkeComponents(context, { profile }),
        error: /kube-proxy does not exist.*DataPlaneV2/,
      },
      { ...WAIT_READY, error: /Unsupported: .*DataPlaneV2/ },
    ],
  },
  {
    kind: 'with a Cilium of somebody else',
    seed: { foreignCilium: true },
    finding: /Cilium/,
    refusals: [{ ...WAIT_READY, error: /Unsupported: .*Cilium/ }],
  },
  {
    kind: 'that is new enough, and has a node with an old kernel',
    seed: {
      eniAgentVersion: 'v3.8.5',
      nodes: [{ kernelVersion: '5.4.119-19-0009.3' }],
    },
    finding: /kernel/,
    refusals: [{ ...WAIT_READY, error: /NotInstalled/ }],
  },
];

describe.each(cases)('a cluster $kind', ({ seed, finding, refusals }) => {
  let test: PhaseTestCluster;

  beforeAll(async () => {
    test = await PhaseTestCluster.start({ seed });
  });
  afterAll(async () => {
    await test?.stop();
  });

  it('is refused by every phase that can tell, and stays as it is', async () => {
    const before = await test.settled();
    const { problems } = await runPreflight(await test.context(), { profile });
    const blocking = problems.filter(({ severity }) => severity === 'error');
    expect(blocking.map(({ message }) => message).join('\n')).toMatch(finding);
    for (const { run, error } of refusals) {
      await expect(run(await test.context())).rejects.toThrow(error);
    }
    expect(await test.resourceVersions()).toEqual(before);
    expect(await test.lockHolder()).toBeUndefined();
  });

  if (seed.eniAgentVersion) {
    it('keeps an ENI agent that is new enough, and never downgrades it', async () => {
      const before = await test.settled();
      for (const imageVersion of [undefined, 'v3.8.0-rc.0']) {
        expect(
          await upgradeEniAgent(await test.context(), { imageVersion }),
        ).toMatchObject({
          changed: false,
          image: expect.stringMatching(/:v3\.8\.5$/),
          summary: expect.stringMatching(/^Already so/),
        });
      }
      expect(await test.resourceVersions()).toEqual(before);
    });
  }
});
