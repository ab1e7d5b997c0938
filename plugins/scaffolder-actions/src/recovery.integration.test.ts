import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalCluster, startLocalCluster } from '@tke-cilium/local-cluster';
import { BackendProcess } from './__testUtils__/BackendProcess';
import {
  clusterEntity,
  formDefaults,
  readExample,
} from './__testUtils__/exampleTemplates';
import { helmConfig } from './__testUtils__/helmConfig';

// The installation must go on after the backend died in the middle of it, whatever it was doing.
describe('a backend that is killed', () => {
  let directory: string;
  let cluster: LocalCluster;
  let backend: BackendProcess;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tke-cilium-recovery-'));
    cluster = await startLocalCluster({
      directory: join(directory, 'cluster'),
      simulator: true,
    });
  }, 240_000);

  afterEach(async () => {
    await backend?.stop();
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  it('finishes the task after its next start, killed when Helm has begun', async () => {
    const [template] = await readExample(
      'templates/tke-cilium-install/template.yaml',
    );
    backend = await BackendProcess.create({
      directory,
      entities: [template, clusterEntity(cluster.id)],
      config: {
        scaffolder: {
          taskRecovery: { enabled: true, staleTimeout: { seconds: 10 } },
        },
        tkeCilium: {
          clusters: [
            { id: cluster.id, kubeconfig: { path: cluster.kubeconfigPath } },
          ],
          helm: await helmConfig(),
        },
      },
    });
    await backend.start();
    const taskId = await backend.client.start(
      'template:default/tke-cilium-install',
      {
        ...formDefaults(template),
        cluster: 'resource:default/cluster',
        eniAgent: 'image',
        eniAgentVersion: 'v3.8.3',
      },
    );
    await backend.client.waitForLine(
      taskId,
      /helm: Release "cilium" does not exist/,
    );
    await backend.kill();

    await backend.start();
    const { status, log, output } = await backend.client.waitForEnd(taskId);

    expect({ status, log }).toEqual({ status: 'completed', log });
    expect(output).toMatchObject({
      text: [{ content: expect.stringMatching(/^WaitingForNodes: /) }],
    });
    // What was done is not done again.
    expect(
      log.filter(text => /Finished step Write the CNI/.test(text)),
    ).toHaveLength(1);
  }, 480_000);
});
