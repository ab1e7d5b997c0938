import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HelmClient } from './HelmClient';

describe('HelmClient', () => {
  const { signal } = new AbortController();
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'helm-client-'));
  });
  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  async function program(script: string, mode = 0o700): Promise<string> {
    const path = join(directory, 'program');
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, mode);
    return path;
  }

  it('tells the version', async () => {
    const command = await program('echo v4.1.4');
    await expect(HelmClient.create({ command }).facts(signal)).resolves.toEqual(
      { command, version: 'v4.1.4' },
    );
  });

  it('tells that there is no such program', async () => {
    const command = join(directory, 'helm');
    await expect(HelmClient.create({ command }).facts(signal)).resolves.toEqual(
      { command, failure: 'there is no such program' },
    );
  });

  it('tells that it cannot be executed', async () => {
    const command = directory;
    await expect(HelmClient.create({ command }).facts(signal)).resolves.toEqual(
      {
        command,
        failure: 'it is not a program, or may not be executed',
      },
    );
  });

  it('tells that it is another program', async () => {
    const command = await program('echo Usage: something else');
    await expect(HelmClient.create({ command }).facts(signal)).resolves.toEqual(
      {
        command,
        failure:
          'it says "Usage: something else" when it is asked for its version',
      },
    );
  });

  it('tells that it fails', async () => {
    const command = await program('echo "Error: no such flag" >&2; exit 1');
    await expect(HelmClient.create({ command }).facts(signal)).resolves.toEqual(
      {
        command,
        failure: expect.stringContaining('no such flag'),
      },
    );
  });

  it('is not to blame for a step that was cancelled', async () => {
    const command = await program('sleep 60');
    const cancelled = AbortSignal.abort(new Error('cancelled'));
    await expect(
      HelmClient.create({ command }).facts(cancelled),
    ).rejects.toThrow('cancelled');
  });

  it('tells why there is no chart of a version', async () => {
    const command = await program(
      `echo 'Error: chart "cilium" version "1.18.99" not found' >&2; exit 1`,
    );
    await expect(
      HelmClient.create({ command }).whyNoChart('cilium', '1.18.99', signal),
    ).resolves.toMatch(/version "1\.18\.99" not found\. Check the name and/);
  });

  it('tells of a chart on the host that there is one', async () => {
    const command = await program('echo "{name: cilium, version: 1.18.3}"');
    await writeFile(join(directory, 'cilium-1.18.3.tgz'), '');
    await expect(
      HelmClient.create({ command, chartsDirectory: directory }).whyNoChart(
        'cilium',
        '1.18.3',
        signal,
      ),
    ).resolves.toBeUndefined();
  });
});
