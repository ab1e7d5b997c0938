import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDirectory } from '../cacheDirectory';
import { downloadBinary } from './download';
import { goBuild } from './goBuild';
import { LOCK_FILE, type BinaryName, type LockedBinary } from './lockFile';
import { goPlatform } from './platform';
import { withLock } from './withLock';

/**
 * Absolute paths of the programs that a local cluster runs.
 *
 * @public
 */
export type Binaries = {
  etcd: string;
  kubeApiserver: string;
  kubeControllerManager: string;
  kubeScheduler: string;
  kwok: string;
  helm: string;
};

/**
 * Options of {@link resolveBinaries}.
 *
 * @public
 */
export type ResolveBinariesOptions = {
  /** Gets a line about everything that takes long. Default: nothing. */
  log?: (line: string) => void;
  /** Default: `$TKE_CILIUM_BINARIES_DIR`. A program found there, by its plain name, wins. */
  explicitDirectory?: string;
  /** Default: {@link cacheDirectory}. */
  cacheDirectory?: string;
};

/** The ways to get a binary that is in neither directory; replaced in tests. */
export type BinarySources = {
  download: typeof downloadBinary;
  build: typeof goBuild;
};

/**
 * Finds the programs that a local cluster runs, or gets them: explicit directory, then cache, then the
 * pinned official download with its publisher's checksum, then `go build`.
 *
 * @remarks
 * Safe to run in several processes at once: one works, the others wait for it.
 *
 * @throws Error that lists what is missing and why each way to get it failed.
 * @public
 */
export async function resolveBinaries(
  options: ResolveBinariesOptions = {},
): Promise<Binaries> {
  return resolveBinariesFrom(
    { download: downloadBinary, build: goBuild },
    options,
  );
}

/** {@link resolveBinaries} with its sources given. */
export async function resolveBinariesFrom(
  sources: BinarySources,
  options: ResolveBinariesOptions,
): Promise<Binaries> {
  const log = options.log ?? (() => {});
  const directories = {
    explicit: options.explicitDirectory ?? process.env.TKE_CILIUM_BINARIES_DIR,
    cache: join(options.cacheDirectory ?? cacheDirectory(), 'binaries'),
  };
  const missing = LOCK_FILE.filter(binary => !findBinary(binary, directories));
  if (missing.length > 0) {
    await withLock(
      join(directories.cache, '.lock'),
      owner => log(`Waiting for ${owner}, which gets the same binaries`),
      () => getMissing(sources, directories, log),
    );
  }
  const path = (name: BinaryName): string => {
    const binary = LOCK_FILE.find(locked => locked.name === name);
    const found = binary && findBinary(binary, directories);
    if (!found) {
      throw new Error(`${name} was there a moment ago and is gone now.`);
    }
    return found;
  };
  return {
    etcd: path('etcd'),
    kubeApiserver: path('kube-apiserver'),
    kubeControllerManager: path('kube-controller-manager'),
    kubeScheduler: path('kube-scheduler'),
    kwok: path('kwok'),
    helm: path('helm'),
  };
}

type Directories = { explicit?: string; cache: string };

async function getMissing(
  sources: BinarySources,
  directories: Directories,
  log: (line: string) => void,
): Promise<void> {
  // Looked at again under the lock: another process may just have brought them.
  let missing = LOCK_FILE.filter(binary => !findBinary(binary, directories));
  const failures: string[] = [];
  const temporary = await mkdtemp(join(directories.cache, '.partial-'));
  try {
    for (const binary of missing) {
      if (binary.download) {
        const download = binary.download(goPlatform());
        log(`Downloading ${binary.name} ${binary.version}: ${download.url}`);
        try {
          const part = join(temporary, `${binary.name}.verified`);
          await sources.download(download, temporary, part);
          await rename(part, cachePath(binary, directories.cache));
        } catch (error) {
          failures.push(`${binary.name}: ${reason(error)}`);
          log(`No download of ${binary.name}: ${reason(error)}`);
        }
      }
    }
    missing = missing.filter(binary => !findBinary(binary, directories));
    for (const module of new Set(missing.map(({ build }) => build.module))) {
      const wanted = missing.filter(({ build }) => build.module === module);
      const output = join(temporary, module);
      await mkdir(output);
      try {
        await sources.build(module, wanted, output, log);
        for (const binary of wanted) {
          await rename(
            join(output, binary.name),
            cachePath(binary, directories.cache),
          );
        }
      } catch (error) {
        failures.push(`${module}: ${reason(error)}`);
        log(`No build of ${module}: ${reason(error)}`);
      }
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  missing = missing.filter(binary => !findBinary(binary, directories));
  if (missing.length > 0) {
    throw new Error(
      [
        `The local cluster needs ${missing
          .map(({ name, version }) => `${name} ${version}`)
          .join(', ')}, and no way to get them worked:`,
        ...failures.map(failure => `- ${failure}`),
        'Do one of these:',
        '- give this machine access to dl.k8s.io, github.com and get.helm.sh',
        '- install Go 1.26 or newer (https://go.dev/dl/) with access to a Go module proxy',
        '- put the programs in a directory and set TKE_CILIUM_BINARIES_DIR to it',
      ].join('\n'),
    );
  }
}

function findBinary(
  binary: LockedBinary,
  directories: Directories,
): string | undefined {
  const candidates = [
    ...(directories.explicit ? [join(directories.explicit, binary.name)] : []),
    cachePath(binary, directories.cache),
  ];
  return candidates.find(isExecutable);
}

function cachePath({ name, version }: LockedBinary, cache: string): string {
  return join(cache, `${name}-${version}-${process.platform}-${process.arch}`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  // `fetch failed` alone says nothing; the cause does.
  return error.cause instanceof Error
    ? `${error.message}: ${error.cause.message}`
    : error.message;
}
