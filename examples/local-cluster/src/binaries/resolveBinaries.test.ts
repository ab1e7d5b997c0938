import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCK_FILE, type BinaryName } from './lockFile';
import { resolveBinariesFrom, type BinarySources } from './resolveBinaries';

const ALL = LOCK_FILE.map(({ name }) => name);

describe('resolveBinaries', () => {
  let cache: string;
  let explicit: string;
  let calls: string[];
  const originalDirectory = process.env.TKE_CILIUM_BINARIES_DIR;

  beforeEach(async () => {
    delete process.env.TKE_CILIUM_BINARIES_DIR;
    cache = await mkdtemp(join(tmpdir(), 'cache-'));
    explicit = await mkdtemp(join(tmpdir(), 'explicit-'));
    calls = [];
  });

  afterEach(async () => {
    if (originalDirectory !== undefined) {
      process.env.TKE_CILIUM_BINARIES_DIR = originalDirectory;
    }
    await rm(cache, { recursive: true });
    await rm(explicit, { recursive: true });
  });

  async function executable(path: string): Promise<void> {
    await writeFile(path, '', { mode: 0o755 });
  }

  function sources(works: {
    download: boolean;
    build: boolean;
  }): BinarySources {
    return {
      download: async ({ url }, _directory, target) => {
        calls.push(`download ${url.split('/').pop()}`);
        if (!works.download) {
          throw new Error('getaddrinfo ENOTFOUND');
        }
        await executable(target);
      },
      build: async (module, binaries, directory) => {
        const names = binaries.map(({ name }) => name);
        calls.push(`build ${module}: ${names.join(' ')}`);
        if (!works.build) {
          throw new Error('there is no `go` on the PATH');
        }
        await Promise.all(names.map(name => executable(join(directory, name))));
      },
    };
  }

  function resolve(works: { download: boolean; build: boolean }) {
    return resolveBinariesFrom(sources(works), {
      cacheDirectory: cache,
      explicitDirectory: explicit,
    });
  }

  it('takes what is in the explicit directory and asks nobody', async () => {
    await Promise.all(ALL.map(name => executable(join(explicit, name))));
    const binaries = await resolve({ download: false, build: false });
    expect(binaries.kubeApiserver).toBe(join(explicit, 'kube-apiserver'));
    expect(calls).toEqual([]);
  });

  it('downloads what has a checksum and builds the rest, once', async () => {
    const binaries = await resolve({ download: true, build: true });
    expect(calls.filter(call => call.startsWith('build'))).toEqual([
      'build kwok: kwok',
    ]);
    expect(calls).toHaveLength(6);
    expect(binaries.kwok).toContain(join(cache, 'binaries', 'kwok-0.8.0-'));
    await resolve({ download: false, build: false });
    expect(calls).toHaveLength(6);
  });

  it('builds all of a module in one command when nothing can be downloaded', async () => {
    await resolve({ download: false, build: true });
    expect(calls.filter(call => call.startsWith('build'))).toEqual([
      'build control-plane: etcd kube-apiserver kube-controller-manager kube-scheduler helm',
      'build kwok: kwok',
    ]);
  });

  it.each<[string, BinaryName[]]>([
    ['nothing', []],
    ['the API server', ['kube-apiserver']],
  ])(
    'says what is missing and why when there is only %s',
    async (_, present) => {
      await Promise.all(present.map(name => executable(join(explicit, name))));
      const failure = await resolve({ download: false, build: false }).catch(
        (error: Error) => error.message,
      );
      expect(failure).toContain('etcd 3.6.5');
      expect(failure).toContain('getaddrinfo ENOTFOUND');
      expect(failure).toContain('no `go` on the PATH');
      expect(failure).toContain('TKE_CILIUM_BINARIES_DIR');
      expect(String(failure).includes('kube-apiserver 1.34.4')).toBe(
        present.length === 0,
      );
    },
  );

  it('lets two callers at once do the work only once', async () => {
    await Promise.all([
      resolve({ download: true, build: true }),
      resolve({ download: true, build: true }),
    ]);
    expect(calls).toHaveLength(6);
    expect(await readdir(join(cache, 'binaries'))).toHaveLength(6);
  });
});
