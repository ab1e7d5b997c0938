import { setTimeout as sleep } from 'node:timers/promises';
import { Entity } from '@backstage/catalog-model';
import { CloudBackstage } from './__testUtils__/CloudBackstage';
import { formDefaults, readExample } from './__testUtils__/exampleTemplates';
import { SeenDatabases } from './__testUtils__/SeenDatabases';

const FILES = ['tke-cilium-cluster', 'tke-nodepool', 'tke-cluster-delete'];

jest.setTimeout(180_000);

describe('the template of a cluster', () => {
  let backstage: CloudBackstage;
  const templates: Record<string, Entity> = {};
  const seen = SeenDatabases.create();

  beforeAll(async () => {
    for (const name of FILES) {
      [templates[name]] = await readExample(`templates/${name}/template.yaml`);
    }
    backstage = await CloudBackstage.start({
      templates: FILES.map(name => `templates/${name}/template.yaml`),
    });
  });
  afterAll(() => backstage?.stop());

  const clusterForm = (choices: object = {}) => ({
    ...formDefaults(templates['tke-cilium-cluster']),
    name: 'shop',
    owner: 'group:default/platform',
    endpoint: 'public',
    instanceType: 'SA5.MEDIUM4',
    replicas: 2,
    sshKeyIds: ['skey-demo0001'],
    ...choices,
  });
  const run = (name: string, values: object) =>
    backstage.client.run(`template:default/${name}`, values as never);
  const calls = (action: string) =>
    backstage.cloud.journal.filter(entry => entry.action === action).length;
  /** Everything that the cloud was asked to make, change or remove, in that order. */
  const changes = () =>
    backstage.cloud.journal
      .map(({ action }) => action)
      .filter(action => !/^(Describe|Get)/.test(action));

  it('says in a dry run what it would create, or why it would fail', async () => {
    const { log } = await backstage.client.dryRun(
      templates['tke-cilium-cluster'],
      clusterForm(),
    );
    expect(log.join('\n')).toMatch(/Would create cluster "shop".*has a price/);
    await expect(
      backstage.client.dryRun(
        templates['tke-cilium-cluster'],
        clusterForm({ serviceCidr: '10.10.0.0/20' }),
      ),
    ).rejects.toThrow(/overlaps 10.10.0.0\/16/);
    await expect(
      backstage.client.dryRun(
        templates['tke-cilium-cluster'],
        clusterForm({
          endpoint: 'intranet',
          chartVersion: '1.19.5',
          kubernetesVersion: '1.30.0',
          pool: 'karpenter',
          instanceFamilies: ['GN7'],
          securityGroupId: 'sg-elsewhere',
          sshKeyIds: ['skey-elsewhere'],
        }),
      ),
    ).rejects.toThrow(
      /intranet access would be opened.*sg-elsewhere.*skey-elsewhere.*GN7 cannot be bought.*1\.30\.0 is too old for Cilium 1\.19\.5/s,
    );
    expect(calls('CreateCluster')).toBe(0);
  });

  it('makes no cluster that Helm could not install on', async () => {
    const withoutHelm = await CloudBackstage.start({
      templates: ['templates/tke-cilium-cluster/template.yaml'],
      helmCommand: '/nowhere/helm',
    });
    try {
      const { status, log } = await withoutHelm.client.run(
        'template:default/tke-cilium-cluster',
        clusterForm() as never,
      );
      expect(status).toBe('failed');
      expect(log.join('\n')).toMatch(
        /helm: .*Nothing was changed\.\n- Helm cannot be run as "\/nowhere\/helm"/,
      );
      expect(withoutHelm.cloud.clusters.size).toBe(0);
    } finally {
      await withoutHelm.stop();
    }
  });

  it('goes from a form to a ready cluster', async () => {
    const { status, log, output } = await seen.watch(
      backstage,
      run('tke-cilium-cluster', clusterForm()),
    );
    expect({ status, log }).toEqual({ status: 'completed', log });
    const text = log.join('\n');
    expect(text).toMatch(/Opened: the API server of cls-\w+ has the public/);
    expect(text).toMatch(
      /Upgrading the addon eniipamd from 3\.7\.5 to 3\.11\.0/,
    );
    expect(text).toMatch(/2 nodes ready/);
    expect(text).toMatch(/Removed the super node/);
    expect(text).toMatch(/Ready: /);
    expect(changes()).toEqual([
      'CreateCluster',
      // It takes its time, which goes by while super node and access are made.
      'UpdateAddon',
      'CreateClusterVirtualNodePool',
      'CreateClusterEndpoint',
      'CreateNodePool',
      'DrainClusterVirtualNode',
      'DeleteClusterVirtualNodePool',
    ]);
    expect(output).toMatchObject({
      links: [
        { entityRef: expect.stringMatching(/^resource:default\/cls-/) },
        { url: expect.stringContaining('/tke-nodepool?formData=') },
      ],
    });
  });

  it('makes, changes and removes nothing when it runs again', async () => {
    const before = changes();
    const { status, log } = await run('tke-cilium-cluster', clusterForm());
    expect({ status, log }).toEqual({ status: 'completed', log });
    expect(changes()).toEqual(before);
    const { log: dry } = await backstage.client.dryRun(
      templates['tke-cilium-cluster'],
      clusterForm(),
    );
    expect(dry.join('\n')).not.toMatch(/Would (add|create|open|remove)/);
  });

  it('adds a regular pool', async () => {
    const [{ metadata }] = (await backstage.entities('resource')) as never as [
      Entity,
    ];
    const { status, log } = await run('tke-nodepool', {
      ...formDefaults(templates['tke-nodepool']),
      cluster: `resource:default/${metadata.name}`,
      kind: 'regular',
      name: 'more',
      instanceType: 'S5.MEDIUM4',
      replicas: 1,
      maximumReplicas: 1,
    });
    expect({ status, log }).toEqual({ status: 'completed', log });
    expect(log.join('\n')).toMatch(
      /Created the regular node pool.*1 nodes ready/,
    );
  });

  describe('with Karpenter', () => {
    const form = async () => {
      const [{ metadata }] = (await backstage.entities(
        'resource',
      )) as never as [Entity];
      return {
        ...formDefaults(templates['tke-nodepool']),
        cluster: `resource:default/${metadata.name}`,
        kind: 'karpenter',
        name: 'elastic',
        instanceFamilies: ['S5', 'SA2'],
      };
    };

    it('shows in a dry run the addon and the pool that would be made', async () => {
      const { log } = await backstage.client.dryRun(
        templates['tke-nodepool'],
        await form(),
      );
      expect(log.join('\n')).toMatch(/Would install the addon karpenter/);
      expect(log.join('\n')).toMatch(
        /Would apply .*NodePool elastic, as soon as Karpenter is installed/,
      );
      expect(calls('InstallAddon')).toBe(0);
    });

    it('installs the addon, then makes the pool', async () => {
      const { status, log, output } = await run('tke-nodepool', await form());
      expect({ status, log }).toEqual({ status: 'completed', log });
      expect(calls('InstallAddon')).toBe(1);
      expect(output).toMatchObject({
        text: [
          { content: expect.stringMatching(/^Applied .*NodePool elastic/) },
        ],
      });
    });

    it('makes nothing twice', async () => {
      const { status, log } = await run('tke-nodepool', await form());
      expect({ status, log }).toEqual({ status: 'completed', log });
      expect(log.join('\n')).toMatch(
        /Already so: the addon karpenter has version/,
      );
      expect(log.join('\n')).toMatch(/Already so: node pool elastic/);
      expect(calls('InstallAddon')).toBe(1);
      const { log: dry } = await backstage.client.dryRun(
        templates['tke-nodepool'],
        await form(),
      );
      expect(dry.join('\n')).not.toMatch(/Would (install|apply)/);
    });
  });

  it('deletes the cluster when its name is confirmed, and its entity goes', async () => {
    const [{ metadata }] = (await backstage.entities('resource')) as never as [
      Entity,
    ];
    const cluster = `resource:default/${metadata.name}`;
    const refused = await run('tke-cluster-delete', {
      cluster,
      confirmName: 'another',
      liftProtection: true,
    });
    expect(refused.status).toBe('failed');
    const { status, log } = await seen.watch(
      backstage,
      run('tke-cluster-delete', {
        cluster,
        confirmName: 'shop',
        liftProtection: true,
      }),
    );
    expect({ status, log }).toEqual({ status: 'completed', log });
    expect(backstage.cloud.clusters.size).toBe(0);
    while ((await backstage.entities('resource')).length > 0) {
      await sleep(200);
    }
  });

  it('says what is left when it fails, and deletes nothing', async () => {
    backstage.cloud.fail({
      action: 'CreateClusterVirtualNodePool',
      fault: { code: 'InvalidParameter.SubnetInvalidError' },
    });
    const { status, log } = await seen.watch(
      backstage,
      run('tke-cilium-cluster', clusterForm({ name: 'broken' })),
    );
    expect(status).toBe('failed');
    expect(log.join('\n')).toMatch(
      /The cluster cls-\w+ is there and costs money\. .*"Start Over"/,
    );
    expect(calls('DeleteCluster')).toBe(1);
    expect(backstage.cloud.clusters.size).toBe(1);
  });

  it('finishes what is left with Karpenter, and nothing of another owner', async () => {
    const form = clusterForm({
      name: 'broken',
      pool: 'karpenter',
      instanceFamilies: ['S5', 'SA2'],
    });
    const other = await run('tke-cilium-cluster', {
      ...form,
      owner: 'group:default/others',
    });
    expect(other.status).toBe('failed');
    expect(other.log.join('\n')).toMatch(
      /has this name already, with the owner group:default\/platform, not group:default\/others/,
    );
    const { status, log } = await run('tke-cilium-cluster', form);
    expect({ status, log }).toEqual({ status: 'completed', log });
    expect(log.join('\n')).toMatch(
      /do not keep their addresses.*Installing the addon karpenter.*Applied .*NodePool default/s,
    );
    expect(backstage.cloud.clusters.size).toBe(1);
  });

  it('let no secret out: not into databases, logs or answers', async () => {
    const response = await fetch(`${backstage.url}/api/scaffolder/v2/tasks`);
    const { tasks }: { tasks: { id: string }[] } = await response.json();
    const events = await Promise.all(
      tasks.map(({ id }) =>
        fetch(`${backstage.url}/api/scaffolder/v2/tasks/${id}/events`).then(
          each => each.text(),
        ),
      ),
    );
    const places: [place: string, text: string][] = [
      ...seen.tables,
      ['log', backstage.logged.join('\n')],
      ['answers', [JSON.stringify(tasks), ...events].join('\n')],
    ];
    const secrets = backstage.cloud.secrets();
    const found = places
      .map(([place, text]) => ({ place, secrets: secrets.foundIn(text) }))
      .filter(each => each.secrets.length > 0);
    expect(found).toEqual([]);

    // A search of other places would prove nothing.
    const holding = (text: string) =>
      places.filter(each => each[1].includes(text)).map(([place]) => place);
    expect(holding('shop')).toEqual(
      expect.arrayContaining([
        'catalog.final_entities',
        'scaffolder.tasks',
        'scaffolder.task_events',
        'scaffolder.tke_cilium_creation',
        'log',
        'answers',
      ]),
    );
    // What the scaffolder keeps of a task: the state of its steps.
    expect(holding('"checkpoints":{')).toContain('scaffolder.tasks');
    expect(holding('"steps":{')).toContain('scaffolder.tasks');
  });
});
