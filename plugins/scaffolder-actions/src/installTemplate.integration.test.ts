import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import {
  LocalCluster,
  SeedOptions,
  startLocalCluster,
} from '@tke-cilium/local-cluster';
import {
  clusterEntity,
  formDefaults,
  readExample,
} from './__testUtils__/exampleTemplates';
import { fingerprint, settledFingerprint } from './__testUtils__/fingerprint';
import { startScaffolder } from './__testUtils__/startScaffolder';

const INSTALL = 'template:default/tke-cilium-install';
const NODE_POOL = 'template:default/tke-nodepool';

let directory: string;
let cluster: LocalCluster;
let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;
let templates: { install: Entity; nodePool: Entity };

/** What somebody fills in who changes nothing but what has to be chosen. */
function installForm(choices: object = {}) {
  return {
    ...formDefaults(templates.install),
    cluster: 'resource:default/cluster',
    eniAgent: 'image',
    eniAgentVersion: 'v3.8.3',
    ...choices,
  };
}

/** The ids of the steps that ran, in their order. */
function stepsOf(log: string[]): string[] {
  const skipped = log.flatMap(
    line => /^(\S+): Skipping step .* condition/.exec(line)?.[1] ?? [],
  );
  return log
    .flatMap(line => /^(\S+): Beginning step/.exec(line)?.[1] ?? [])
    .filter(id => !skipped.includes(id));
}

/** A template that never gets what it waits for. */
function waitForManyNodes(clusterId: string): Entity {
  const input = { clusterId, minimumReadyNodes: 1000 };
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'wait-for-many-nodes' },
    spec: {
      type: 'service',
      steps: [{ id: 'wait', action: 'tke:cilium:wait-ready', input }],
    },
  };
}

async function start(seed?: SeedOptions) {
  directory = await mkdtemp(join(tmpdir(), 'tke-cilium-template-'));
  cluster = await startLocalCluster({ directory, seed, simulator: true });
  const [install] = await readExample(
    'templates/tke-cilium-install/template.yaml',
  );
  const [nodePool] = await readExample('templates/tke-nodepool/template.yaml');
  templates = { install, nodePool };
  scaffolder = await startScaffolder({
    cluster,
    entities: [
      install,
      nodePool,
      clusterEntity(cluster.id),
      waitForManyNodes(cluster.id),
    ],
  });
}

async function stop() {
  await scaffolder?.stop();
  await cluster?.stop();
  await rm(directory, { recursive: true, force: true });
}

describe('on an empty cluster', () => {
  beforeAll(() => start(), 240_000);
  afterAll(stop, 120_000);

  it('shows in a dry run what it would do, and changes nothing', async () => {
    const before = await settledFingerprint(cluster);

    const { log } = await scaffolder.client.dryRun(
      templates.install,
      installForm(),
    );

    expect(log.join('\n')).toMatch(/Would install Cilium 1\.18\.3/);
    expect(log.join('\n')).toMatch(/Would switch off kube-proxy/);
    expect(await fingerprint(cluster)).toEqual(before);
  }, 240_000);

  it('stops before anything is changed when Helm is not there', async () => {
    const before = await settledFingerprint(cluster);
    const helmCommand = join(directory, 'helm');
    const withoutHelm = await startScaffolder({
      cluster,
      entities: [templates.install, clusterEntity(cluster.id)],
      helmCommand,
    });
    try {
      const { status, log } = await withoutHelm.client.run(
        INSTALL,
        installForm(),
      );

      expect(status).toBe('failed');
      expect(stepsOf(log)).toEqual(['entity', 'preflight']);
      expect(log.join('\n')).toContain(
        `Nothing was changed.\n- Helm cannot be run as "${helmCommand}" on the host of this backend: there is no such program. Install Helm 4 there`,
      );
      expect(await fingerprint(cluster)).toEqual(before);
    } finally {
      await withoutHelm.stop();
    }
  }, 240_000);

  it('stops at an agent that is too old when nobody asked to change it', async () => {
    const { status, log } = await scaffolder.client.run(
      INSTALL,
      installForm({ eniAgent: 'stop', eniAgentVersion: undefined }),
    );

    expect(status).toBe('failed');
    expect(log.join('\n')).toMatch(
      /tke:cilium:upgrade-eni-agent on cls-\w+ failed.*3\.7\.5.*at least 3\.8\.0.*eniipamd/s,
    );
  }, 240_000);

  it('installs, with the TKE components switched off first', async () => {
    const { status, log, output } = await scaffolder.client.run(
      INSTALL,
      installForm(),
    );

    expect({ status, log }).toEqual({ status: 'completed', log });
    expect(stepsOf(log)).toEqual([
      'entity',
      'preflight',
      'eni-agent',
      'cni-config',
      'disable-before',
      'install',
      'wait-ready',
    ]);
    expect(output).toMatchObject({
      links: [
        { entityRef: 'resource:default/cluster' },
        {
          url: expect.stringMatching(/tke-nodepool\?.*kind%22%3A%22karpenter/),
        },
      ],
      text: [{ content: expect.stringMatching(/^WaitingForNodes: /) }],
    });
  }, 300_000);

  it('changes nothing when it is run again', async () => {
    const before = await settledFingerprint(cluster);

    const { status, log } = await scaffolder.client.run(INSTALL, installForm());

    expect({ status, log }).toEqual({ status: 'completed', log });
    expect(await fingerprint(cluster)).toEqual(before);
  }, 240_000);

  it('says that native nodes need an account, which this cluster has not', async () => {
    const { status, log } = await scaffolder.client.run(NODE_POOL, {
      ...formDefaults(templates.nodePool),
      cluster: 'resource:default/cluster',
      name: 'default',
      instanceType: 'SA5.MEDIUM4',
      replicas: 1,
      maximumReplicas: 1,
      subnetIds: ['subnet-12sxk3z4'],
      securityGroupIds: ['sg-nok01xpa'],
      sshKeyIds: ['skey-3t01mlvf'],
    });
    expect(status).toBe('failed');
    expect(log.join('\n')).toMatch(/has no Tencent Cloud account/);
  }, 240_000);

  it('becomes ready with a node pool', async () => {
    const pool = await scaffolder.client.run(NODE_POOL, {
      ...formDefaults(templates.nodePool),
      cluster: 'resource:default/cluster',
      kind: 'karpenter',
      name: 'default',
      instanceFamilies: ['S5', 'SA2'],
      subnetIds: ['subnet-12sxk3z4'],
      securityGroupIds: ['sg-nok01xpa'],
      sshKeyIds: ['skey-3t01mlvf'],
    });
    expect({ ...pool }).toMatchObject({ status: 'completed', log: pool.log });
    await cluster.addNodes(1);

    const { log, output } = await scaffolder.client.run(INSTALL, installForm());

    expect({ log, output }).toMatchObject({
      log,
      output: { text: [{ content: expect.stringMatching(/^Ready: /) }] },
    });
  }, 300_000);

  it('stops soon after it is cancelled', async () => {
    const { client } = scaffolder;
    const id = await client.start('template:default/wait-for-many-nodes', {});
    await client.waitForLine(id, /Waiting for Cilium to be ready/);
    const cancelledAt = Date.now();
    await client.cancel(id);
    const { status } = await client.waitForEnd(id);

    expect(['cancelled', 'failed']).toContain(status);
    expect(Date.now() - cancelledAt).toBeLessThan(15_000);
  }, 240_000);
});

describe('on a cluster that already has nodes', () => {
  beforeAll(() => start({ nodes: [{}, {}] }), 240_000);
  afterAll(stop, 120_000);

  it('refuses by default', async () => {
    const { status, log } = await scaffolder.client.run(INSTALL, installForm());

    expect(status).toBe('failed');
    expect(stepsOf(log)).toEqual(['entity', 'preflight']);
    expect(log.join('\n')).toMatch(
      /Nothing was changed\.\n- There are nodes before Cilium: 2 nodes/,
    );
  }, 240_000);

  it('switches the TKE components off last, with the clean-up of the nodes', async () => {
    const { status, log } = await scaffolder.client.run(
      INSTALL,
      installForm({ existingNodes: 'pre-stop' }),
    );

    expect({ status, log }).toEqual({ status: 'completed', log });
    expect(stepsOf(log)).toEqual([
      'entity',
      'preflight',
      'eni-agent',
      'cni-config',
      'install',
      'disable-after',
      'wait-ready',
    ]);
    expect(log.join('\n')).toMatch(/clean-up hook added/);
    expect(log.join('\n')).toMatch(/Ready: Cilium 1\.18\.3 serves all 2 nodes/);
  }, 240_000);
});
