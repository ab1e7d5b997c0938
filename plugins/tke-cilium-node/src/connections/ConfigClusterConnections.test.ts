import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { stringify } from 'yaml';
import { ConfigClusterConnections } from './ConfigClusterConnections';

const ID = 'cls-abcdefgh';
const TOKEN = 'very-secret-token';

function kubeconfig(options: {
  cluster?: object;
  user?: object;
  current?: string;
  server?: string;
}): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': options.current ?? 'one',
    clusters: [
      {
        name: 'tke',
        cluster: {
          server: options.server ?? 'https://127.0.0.1:6443',
          ...options.cluster,
        },
      },
    ],
    users: [
      { name: 'me', user: options.user ?? { token: TOKEN } },
      { name: 'other', user: { token: 'other-token' } },
    ],
    contexts: [
      { name: 'one', context: { cluster: 'tke', user: 'me' } },
      { name: 'two', context: { cluster: 'tke', user: 'other' } },
      { name: 'broken', context: { cluster: 'gone', user: 'me' } },
    ],
  });
}

describe('ConfigClusterConnections', () => {
  let directory: string;
  let path: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'connections-'));
    path = join(directory, 'kubeconfig');
  });
  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  function connect(context?: string) {
    return ConfigClusterConnections.fromConfig(
      new ConfigReader({
        tkeCilium: {
          clusters: [{ id: ID, title: 'Demo', kubeconfig: { path, context } }],
        },
      }),
    ).connect(ID);
  }

  it('names its clusters, and refuses others', async () => {
    const connections = ConfigClusterConnections.fromConfig(
      new ConfigReader({
        tkeCilium: {
          clusters: [
            { id: ID, title: 'Demo', kubeconfig: { path } },
            { id: 'cls-12345678', kubeconfig: { path } },
          ],
        },
      }),
    );
    expect(connections.list()).toEqual([
      { clusterId: ID, title: 'Demo' },
      { clusterId: 'cls-12345678', title: 'cls-12345678' },
    ]);
    await expect(connections.connect('cls-00000000')).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringMatching(/tkeCilium\.clusters.*cls-abcdefgh/),
    });
    expect(
      ConfigClusterConnections.fromConfig(new ConfigReader({})).list(),
    ).toEqual([]);
  });

  it.each([
    {
      ids: ['my-cluster'],
      error: /clusters\[0\]\.id: "my-cluster" is not a TKE/,
    },
    {
      ids: [ID, ID],
      error: /clusters\[1\]\.id: "cls-abcdefgh" is there twice/,
    },
  ])('refuses the ids $ids', ({ ids, error }) => {
    const clusters = ids.map(id => ({ id, kubeconfig: { path } }));
    expect(() =>
      ConfigClusterConnections.fromConfig(
        new ConfigReader({ tkeCilium: { clusters } }),
      ),
    ).toThrow(error);
  });

  it('reads the file when it appears, and again when it changes', async () => {
    const connection = await connect();
    await expect(connection.kubeconfig()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/kubeconfig .* does not exist \(yet\)/),
    });
    await writeFile(path, kubeconfig({}));
    expect(await connection.kubeconfig()).toContain(TOKEN);

    await writeFile(path, kubeconfig({ user: { token: 'renewed-token' } }));
    await utimes(path, new Date(), new Date(Date.now() + 5000));
    expect(await connection.kubeconfig()).toContain('renewed-token');

    await rm(path);
    await expect(connection.kubeconfig()).rejects.toThrow(/does not exist/);
  });

  it('hands on one context only, with its certificates inlined', async () => {
    await writeFile(join(directory, 'ca.crt'), 'certificate');
    await writeFile(
      path,
      kubeconfig({ cluster: { 'certificate-authority': 'ca.crt' } }),
    );
    const minimal = JSON.parse(await (await connect('two')).kubeconfig());
    expect(minimal.users).toHaveLength(1);
    expect(minimal.users[0].user.token).toBe('other-token');
    expect(minimal.clusters[0].cluster).toMatchObject({
      'certificate-authority-data':
        Buffer.from('certificate').toString('base64'),
      'insecure-skip-tls-verify': false,
    });
    expect(JSON.stringify(minimal)).not.toContain(TOKEN);
  });

  it.each([
    {
      title: 'an exec plugin',
      text: kubeconfig({ user: { exec: { command: 'rm', args: [TOKEN] } } }),
      error: /exec plugin.*refused.*run any program/,
    },
    {
      title: 'an auth-provider',
      text: kubeconfig({ user: { 'auth-provider': { name: 'gcp' } } }),
      error: /auth-provider.*refused/,
    },
    {
      title: 'no check of the certificate',
      text: kubeconfig({ cluster: { 'insecure-skip-tls-verify': true } }),
      error: /insecure-skip-tls-verify.*refused/,
    },
    {
      title: 'no TLS',
      text: kubeconfig({ server: 'http://127.0.0.1:8080' }),
      error: /only https/,
    },
    {
      title: 'no credentials',
      text: kubeconfig({ user: {} }),
      error: /neither a token nor a client certificate/,
    },
    {
      title: 'a certificate without its key',
      text: kubeconfig({ user: { 'client-certificate-data': 'YWJj' } }),
      error: /neither a token nor a client certificate with its key/,
    },
    {
      title: 'a file that is not there',
      text: kubeconfig({ cluster: { 'certificate-authority': 'gone.crt' } }),
      error: /refers to .*gone\.crt, which cannot be read \(ENOENT\)/,
    },
    {
      title: 'a context that is not there',
      text: kubeconfig({ current: 'gone' }),
      error: /no context "gone"; it has "one", "two", "broken"/,
    },
    {
      title: 'a context that refers to nothing',
      text: kubeconfig({ current: 'broken' }),
      error: /names the cluster "gone".*missing/,
    },
    {
      title: 'half a file',
      text: `users:\n- name: me\n  user: {token: ${TOKEN}, broken`,
      error: /not a complete kubeconfig/,
    },
    { title: 'an empty file', text: '', error: /not a complete kubeconfig/ },
  ])(
    'refuses $title, and says so without the credentials',
    async ({ text, error }) => {
      await writeFile(path, text);
      const message = await (await connect()).kubeconfig().then(
        () => '',
        (e: Error) => e.message,
      );
      expect(message).toMatch(error);
      expect(message).toContain(ID);
      expect(message).not.toContain(TOKEN);
    },
  );

  it('says that a file cannot be read', async () => {
    await mkdir(path);
    await expect((await connect()).kubeconfig()).rejects.toThrow(
      /cannot be read \(EISDIR\)/,
    );
  });
});
