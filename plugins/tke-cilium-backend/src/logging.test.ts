import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { LogLine, recordLog } from './__testUtils__/recordLog';
import { until } from './__testUtils__/until';
import { clusterEntity } from './testing/clusterEntity';
import tkeCiliumPlugin from './index';

jest.setTimeout(60_000);

const CLUSTER = 'cls-abcdefgh';
const SECRET = 'a-token-that-nobody-may-see';

it('says each change of a cluster in one line with its fields, and no secret', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'logging-'));
  const path = join(directory, 'kubeconfig');
  await writeFile(
    path,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'demo',
      contexts: [{ name: 'demo', context: { cluster: 'demo', user: 'demo' } }],
      // Nobody listens there.
      clusters: [{ name: 'demo', cluster: { server: 'https://127.0.0.1:1' } }],
      users: [{ name: 'demo', user: { token: SECRET } }],
    }),
  );
  const lines: LogLine[] = [];
  const backend = await startTestBackend({
    features: [
      tkeCiliumPlugin,
      recordLog(lines),
      mockServices.rootConfig.factory({
        data: {
          tkeCilium: { clusters: [{ id: CLUSTER, kubeconfig: { path } }] },
        },
      }),
      catalogServiceMock.factory({
        entities: [clusterEntity('demo', CLUSTER)],
      }),
    ],
  });
  const linesWith = (field: string) => lines.filter(line => field in line);
  try {
    await until(
      'the phase is in the log',
      () => linesWith('previousPhase').length > 0,
      30_000,
    );
  } finally {
    await backend.stop();
    await rm(directory, { recursive: true });
  }
  expect(linesWith('previousPhase')).toEqual([
    expect.objectContaining({
      clusterId: CLUSTER,
      phase: 'Unreachable',
      previousPhase: 'none',
    }),
  ]);
  expect(linesWith('connection')).toEqual([
    expect.objectContaining({ clusterId: CLUSTER, connection: 'unreachable' }),
  ]);
  expect(linesWith('lease').map(({ lease }) => lease)).toEqual([
    'gained',
    'released',
  ]);
  expect(JSON.stringify(lines)).not.toContain(SECRET);
});
