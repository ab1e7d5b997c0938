import {
  copyFile,
  mkdtemp,
  readdir,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createReadStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveBinaries, resolveCiliumChart } from '@tke-cilium/local-cluster';
import { HelmClient } from './HelmClient';
import type { HelmSession } from './HelmSession';

jest.setTimeout(120_000);

describe('charts', () => {
  const temporaryDirectory = tmpdir();
  let directory: string;
  let repository: Server;
  let address: string;
  let command: string;
  let chart: string;

  beforeAll(async () => {
    chart = await resolveCiliumChart();
    command = (await resolveBinaries()).helm;
    directory = await mkdtemp(join(tmpdir(), 'charts-'));
    // Other tests make directories of the same kind.
    process.env.TMPDIR = directory;
    repository = createServer((request, response) => {
      if (request.url === '/index.yaml') {
        response.end(
          `apiVersion: v1\nentries:\n  cilium:\n  - {apiVersion: v2, name: cilium, version: 1.18.3, urls: [cilium-1.18.3.tgz]}\n`,
        );
      } else if (request.url === '/cilium-1.18.3.tgz') {
        createReadStream(chart).pipe(response);
      } else {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>(resolve => {
      repository.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${(repository.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    process.env.TMPDIR = temporaryDirectory;
    repository?.close();
    await rm(directory, { recursive: true, force: true });
  });

  function inSession<T>(
    work: (helm: HelmSession) => Promise<T>,
    chartsDirectory?: string,
  ): Promise<T> {
    return HelmClient.create({ command, chartsDirectory }).session(
      {
        signal: new AbortController().signal,
        log: () => undefined,
        connection: { kubeconfig: async () => 'kubeconfig' },
      },
      work,
    );
  }

  it('come from a repository', async () => {
    const values = await inSession(async helm => {
      const fetched = await helm.fetchChart(
        { repository: address },
        'cilium',
        '1.18.3',
      );
      expect(fetched).toMatchObject({ name: 'cilium', version: '1.18.3' });
      return helm.chartValues(fetched);
    });
    expect(values).toMatchObject({
      routingMode: '',
      ipam: { mode: 'cluster-pool' },
    });
  });

  it('come from the configured directory first', async () => {
    await copyFile(chart, join(directory, 'cilium-1.18.3.tgz'));
    const { path } = await inSession(
      helm => helm.fetchChart(undefined, 'cilium', '1.18.3'),
      directory,
    );
    expect(path).toBe(join(directory, 'cilium-1.18.3.tgz'));
  });

  it.each([
    {
      title: 'a version that the repository does not have',
      source: () => ({ repository: address }),
      version: '1.18.9',
      error: /chart "cilium" version "1\.18\.9" not found/,
    },
    {
      title: 'a repository that cannot be reached',
      source: () => ({ repository: 'http://127.0.0.1:9' }),
      version: '1.18.3',
      error: /cannot be reached.*copy the \.tgz to the backend host/,
    },
    {
      title: 'a registry that cannot be reached',
      source: () => ({ oci: 'oci://127.0.0.1:9/charts/cilium' }),
      version: '1.18.3',
      error: /copy the \.tgz to the backend host/,
    },
    {
      title: 'something that is no OCI reference',
      source: () => ({ oci: '--debug' }),
      version: '1.18.3',
      error: /is not an OCI reference/,
    },
    {
      title: 'something that is no repository',
      source: () => ({ repository: 'file:///etc' }),
      version: '1.18.3',
      error: /is not an http\(s\) address/,
    },
    {
      title: 'a file of another version',
      source: () => ({ path: chart }),
      version: '1.18.4',
      error: /is the chart cilium 1\.18\.3, but cilium 1\.18\.4 was asked for/,
    },
    {
      title: 'a file that is no chart',
      source: () => ({ path: join(directory, 'junk.tgz') }),
      version: '1.18.3',
      error: /Check that the file is a packaged Helm chart/,
    },
    {
      title: 'a file that is not there',
      source: () => ({ path: '/nowhere/cilium.tgz' }),
      version: '1.18.3',
      error: /does not exist on the backend host/,
    },
    {
      title: 'a file that is no archive by its name',
      source: () => ({ path: '/etc/passwd' }),
      version: '1.18.3',
      error: /its name ends with \.tgz/,
    },
  ])('are refused: $title', async ({ source, version, error }) => {
    await writeFile(join(directory, 'junk.tgz'), 'junk');
    await expect(
      inSession(helm => helm.fetchChart(source(), 'cilium', version)),
    ).rejects.toThrow(error);
  });

  it('are handled in a directory that only this user can read and that is gone afterwards', async () => {
    const mine = async () =>
      (await readdir(tmpdir())).filter(name =>
        name.startsWith('tke-cilium-helm-'),
      );
    const before = await mine();
    const created = await inSession(async () => {
      const [name] = (await mine()).filter(each => !before.includes(each));
      const path = join(tmpdir(), name);
      expect((await stat(path)).mode & 0o777).toBe(0o700);
      expect((await stat(join(path, 'kubeconfig'))).mode & 0o777).toBe(0o600);
      return name;
    });
    expect(await mine()).not.toContain(created);
  });
});
