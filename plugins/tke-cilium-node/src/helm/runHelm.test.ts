import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHelm, RunHelmOptions } from './runHelm';

describe('runHelm', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'run-helm-'));
  });
  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  /** A program in place of Helm, to see what Helm gets to see. */
  async function program(script: string): Promise<string> {
    const path = join(directory, 'program');
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o700);
    return path;
  }

  async function run(
    script: string,
    options: Partial<
      Pick<RunHelmOptions, 'signal' | 'timeoutMs' | 'onLine'>
    > = {},
  ) {
    return runHelm({
      command: await program(script),
      args: ['one', '$(two)'],
      operation: 'Helm test',
      directory,
      signal: new AbortController().signal,
      timeoutMs: 10_000,
      ...options,
    });
  }

  it('hands on nothing of the environment but what Helm needs', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      KUBECONFIG: '/somebody/elses',
      HELM_NAMESPACE: 'other',
      BACKEND_SECRET: 'secret',
      HTTPS_PROXY: 'http://proxy',
    });
    try {
      const names = (await run('env'))
        .split('\n')
        .map(line => line.split('=')[0]);
      expect(names).toEqual(
        expect.arrayContaining(['PATH', 'HTTPS_PROXY', 'HELM_NO_PLUGINS']),
      );
      expect(names).not.toContain('BACKEND_SECRET');
      expect(names).not.toContain('HELM_NAMESPACE');
      expect(await run('echo $KUBECONFIG')).toBe(
        `${directory}/no-kubeconfig\n`,
      );
    } finally {
      process.env = before;
    }
  });

  it('passes arguments without a shell', async () => {
    expect(await run('echo "$@"')).toBe('one $(two)\n');
  });

  it('stops the whole process group when it is aborted', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(new Error('cancelled')), 200);
    const startedAt = Date.now();
    await expect(
      run('sleep 30 & sleep 30', { signal: cancel.signal }),
    ).rejects.toThrow('cancelled');
    expect(Date.now() - startedAt).toBeLessThan(1200);
  });

  it('stops what takes too long', async () => {
    await expect(run('sleep 30', { timeoutMs: 200 })).rejects.toMatchObject({
      reason: 'TimedOut',
      message: expect.stringMatching(/did not end within 0\.2 seconds/),
    });
  });

  it('says how to get Helm when it is not there', async () => {
    await expect(
      runHelm({
        command: join(directory, 'nothing'),
        args: [],
        operation: 'Helm test',
        directory,
        signal: new AbortController().signal,
        timeoutMs: 1000,
      }),
    ).rejects.toMatchObject({
      reason: 'NotInstalled',
      message: expect.stringMatching(
        /tkeCilium\.helm\.command.*TKE_CILIUM_HELM/,
      ),
    });
  });

  it('reports the end of what was printed as an error, and nothing of the output', async () => {
    await expect(
      run('echo password; echo "Error: it broke" >&2; exit 3'),
    ).rejects.toThrow(/^Helm test failed: it broke$/);
  });

  it('does not tell the account that a certificate of the cloud names its user after', async () => {
    const lines: string[] = [];
    const denied = run(
      `echo 'Error: secrets is forbidden: User "100000000001-1625123456" cannot list' >&2; exit 1`,
      { onLine: line => lines.push(line) },
    );
    const message = 'secrets is forbidden: User "***-***" cannot list';
    await expect(denied).rejects.toThrow(`Helm test failed: ${message}`);
    expect(lines).toEqual([`Error: ${message}`]);
  });
});
