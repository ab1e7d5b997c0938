import { Entity } from '@backstage/catalog-model';
import { CloudBackstage } from './__testUtils__/CloudBackstage';
import { formDefaults, readExample } from './__testUtils__/exampleTemplates';

const FILE = 'templates/tke-cilium-cluster/template.yaml';

jest.setTimeout(180_000);

// The button of the task's page: Backstage has no other one for every template.
describe('a task that makes a cluster and is started over', () => {
  let backstage: CloudBackstage;
  let template: Entity;
  /** Of the last attempt. */
  let taskId: string;

  beforeAll(async () => {
    [template] = await readExample(FILE);
    backstage = await CloudBackstage.start({ templates: [FILE] });
  });
  afterAll(() => backstage?.stop());

  const clusters = () => [...backstage.cloud.clusters.keys()];

  it('has said that the cluster costs money before it is cancelled', async () => {
    taskId = await backstage.client.start(
      'template:default/tke-cilium-cluster',
      {
        ...formDefaults(template),
        name: 'shop',
        owner: 'group:default/platform',
        endpoint: 'public',
        instanceType: 'SA5.MEDIUM4',
        replicas: 1,
        sshKeyIds: ['skey-demo0001'],
      } as never,
    );
    await backstage.client.waitForLine(taskId, /Waiting for cluster .* to run/);
    await backstage.client.cancel(taskId);
    const { status, log } = await backstage.client.waitForEnd(taskId);
    expect(status).toBe('failed');
    // Its page shows nothing that comes later.
    const cancelled = log.findIndex(line => line.includes('been cancelled'));
    expect(log.slice(0, cancelled).join('\n')).toMatch(
      /cls-\w+ is there now, and costs money.*press "Start Over"/s,
    );
    expect(clusters()).toHaveLength(1);
  });

  it('says what is left when it fails', async () => {
    backstage.cloud.fail({
      action: 'CreateClusterEndpoint',
      fault: { code: 'InvalidParameter' },
    });
    taskId = await backstage.client.startOver(taskId);
    const { status, log } = await backstage.client.waitForEnd(taskId);
    expect({ status, log }).toEqual({ status: 'failed', log });
    expect(log.join('\n')).toMatch(
      /The cluster cls-\w+ is there and costs money\. .*"Start Over"/,
    );
    expect(clusters()).toHaveLength(1);
  });

  it('is finished in the end, and everything was made once', async () => {
    const [clusterId] = clusters();
    taskId = await backstage.client.startOver(taskId);
    const { status, log } = await backstage.client.waitForEnd(taskId);
    expect({ status, log }).toEqual({ status: 'completed', log });
    const made = backstage.cloud.journal
      .filter(
        ({ action, outcome }) => /^Create/.test(action) && outcome === 'OK',
      )
      .map(({ action }) => action);
    expect(made).toEqual([
      'CreateCluster',
      'CreateClusterVirtualNodePool',
      'CreateClusterEndpoint',
      'CreateNodePool',
    ]);
    expect(backstage.cloud.clusters.get(clusterId)).toMatchObject({
      superNodes: [],
      nodePools: [{ name: 'default' }],
    });
  });
});
