import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Downloads a Go module, which is the tagged source tree, and gives the directory it is in. Go checks
 * it against its checksum database.
 *
 * @throws Error when there is no Go or no module proxy.
 */
export async function downloadGoModule(
  path: string,
  version: string,
): Promise<string> {
  const { stdout } = await promisify(execFile)('go', [
    'mod',
    'download',
    '-json',
    `${path}@${version}`,
  ]).catch((error: NodeJS.ErrnoException & { stdout?: string }) => {
    throw new Error(
      error.code === 'ENOENT'
        ? 'there is no `go` on the PATH'
        : `go mod download ${path}@${version}: ${
            error.stdout || error.message
          }`,
    );
  });
  return (JSON.parse(stdout) as { Dir: string }).Dir;
}
