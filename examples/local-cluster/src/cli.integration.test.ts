import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CLUSTERS_DIRECTORY } from './cluster/clusterDirectory';
import { findComponents, readRecord } from './cluster/clusterRecord';
import { randomClusterId } from './clusterId';
import { findProcesses } from './processes/processes';
import { eventually } from './__testUtils__/eventually';

jest.setTimeout(120_000);

const TSX = createRequire(__filename).resolve('tsx/cli');

async function cluster(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [TSX, join(__dirname, 'cli.ts'), ...args],
    { env: { ...process.env, NODE_OPTIONS: '' } },
  );
  return stdout.trim();
}

describe('npm run cluster', () => {
  const id = randomClusterId();
  const directory = join(CLUSTERS_DIRECTORY, id);

  afterAll(() => cluster('down', id).catch(() => {}));

  it('starts a cluster that outlives the command, and prints its kubeconfig', async () => {
    expect(await cluster('up', id, '--nodes', '1')).toBe(
      join(directory, 'kubeconfig'),
    );
    expect(await cluster('list')).toMatch(
      new RegExp(`^${id}  running  1 nodes`, 'm'),
    );
  });

  it('does not start it twice', async () => {
    const owner = (await readRecord(directory))?.owner;
    await cluster('up', id);
    expect((await readRecord(directory))?.owner).toEqual(owner);
  });

  it('adds nodes, breaks and heals from other processes', async () => {
    expect(await cluster('add-nodes', '1', id)).toBe('10.10.0.3');
    const fault = await cluster(
      'fail',
      'node-not-ready',
      id,
      '--node=10.10.0.3',
    );
    expect(await cluster('list')).toContain(`fault ${fault}`);
    expect(await cluster('heal', id, `--fault=${fault}`)).toBe(
      `${fault} is healed`,
    );
    await expect(cluster('heal', id, '--fault=nonsense')).rejects.toMatchObject(
      { stderr: expect.stringContaining('no fault') },
    );
  });

  it('dies with its supervisor, and starts again over what is left', async () => {
    const record = await readRecord(directory);
    process.kill(record?.owner.pid ?? 0, 'SIGKILL');
    await eventually(async () => {
      expect(findComponents(directory)).toEqual([]);
    });
    expect(await cluster('list')).toContain(`${id}  crashed`);
    await cluster('up', id);
    expect(await cluster('list')).toContain(`${id}  running`);
  });

  it('leaves nothing behind when it is stopped', async () => {
    await cluster('down', id);
    expect(findProcesses(directory)).toEqual([]);
    expect(await readRecord(directory)).toBeUndefined();
  });
});
