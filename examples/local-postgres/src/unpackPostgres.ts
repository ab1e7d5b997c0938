import { constants } from 'node:fs';
import { chmod, cp, readFile, rm, symlink } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';

/** `target` is the link, `source` what it leads to. */
type Link = { source: string; target: string };

/**
 * Makes a copy of the npm package that runs: its libraries are links, which npm packages cannot
 * carry and an install script would make, and the copy is readable for a user who may not look into
 * the home directory in which `node_modules` is.
 *
 * @returns the directory of the programs
 */
export async function unpackPostgres(
  packageDirectory: string,
  directory: string,
): Promise<string> {
  await cp(packageDirectory, directory, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
    filter: path => !path.endsWith('.a'),
  });
  const links: Link[] = JSON.parse(
    await readFile(join(directory, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    // All of them are links to a file beside them: `native/lib/x.so` to `native/lib/x.so.1`.
    const link = join(directory, relative('native', target));
    await rm(link, { force: true });
    await symlink(basename(source), link);
  }
  for (const program of ['initdb', 'postgres']) {
    await chmod(join(directory, 'bin', program), 0o755);
  }
  return join(directory, 'bin');
}
