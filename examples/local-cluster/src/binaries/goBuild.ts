import { spawn } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PACKAGE_ROOT } from '../packageRoot';
import { LINKER_FLAGS, type GoBuild, type LockedBinary } from './lockFile';

const GO_MODULES = join(PACKAGE_ROOT, 'go');
const REPORT_EVERY_MILLISECONDS = 15_000;

/**
 * Builds binaries of one Go module into `directory`, with a line of progress every 15 s.
 *
 * @remarks
 * All of them in one command: the Kubernetes programs share most of their packages.
 *
 * @returns path of each built binary.
 * @throws Error when there is no Go, or the build fails.
 */
export async function goBuild(
  module: GoBuild['module'],
  binaries: LockedBinary[],
  directory: string,
  log: (line: string) => void,
): Promise<void> {
  const names = binaries.map(({ name }) => name).join(', ');
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  log(
    `Building ${names} with Go. The first time takes 6 to 8 minutes on two cores; it happens once.`,
  );
  const report = setInterval(
    () => log(`Still building ${names}: ${seconds()} s`),
    REPORT_EVERY_MILLISECONDS,
  );
  try {
    await run(
      'go',
      [
        'build',
        '-trimpath',
        // Profiles of the official builds are not in the modules.
        '-pgo=off',
        '-ldflags',
        LINKER_FLAGS[module],
        '-o',
        `${directory}/`,
        ...binaries.map(({ build }) => build.package),
      ],
      join(GO_MODULES, module),
    );
  } finally {
    clearInterval(report);
  }
  for (const { name, build } of binaries) {
    const built = join(directory, builtName(build.package));
    if (basename(built) !== name) {
      await rename(built, join(directory, name));
    }
  }
  log(`Built ${names} in ${seconds()} s`);
}

/** The name that `go build` gives the program of a package: its last element that is not a version. */
export function builtName(packagePath: string): string {
  const elements = packagePath
    .split('/')
    .filter(element => !/^v\d+$/.test(element));
  return elements[elements.length - 1];
}

function run(command: string, args: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, CGO_ENABLED: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let tail = '';
    child.stderr.on('data', (chunk: Buffer) => {
      tail = (tail + chunk.toString('utf8')).slice(-4000);
    });
    child.on('error', error =>
      reject(
        (error as NodeJS.ErrnoException).code === 'ENOENT'
          ? new Error('there is no `go` on the PATH')
          : error,
      ),
    );
    child.on('close', code =>
      code === 0
        ? resolve()
        : reject(new Error(`go build ended with exit code ${code}:\n${tail}`)),
    );
  });
}
