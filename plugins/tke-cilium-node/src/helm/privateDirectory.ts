import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'tke-cilium-helm-';
/** Longer than any run of Helm may take. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Runs `work` with a directory that only this user can read, and removes it afterwards whatever
 * happens. It may hold credentials.
 *
 * @remarks
 * A process that is killed cannot remove its directory, so the next run removes those that are
 * older than any run can be. The process id does not tell: in a container it is the same every time.
 */
export async function withPrivateDirectory<T>(
  work: (directory: string) => Promise<T>,
): Promise<T> {
  await removeAbandoned();
  // mkdtemp makes it 0700.
  const directory = await mkdtemp(join(tmpdir(), PREFIX));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter(each => each.startsWith(PREFIX))) {
    const path = join(tmpdir(), name);
    try {
      const { mtimeMs, uid } = await stat(path);
      if (
        uid === process.getuid?.() &&
        Date.now() - mtimeMs > ABANDONED_AFTER_MS
      ) {
        await rm(path, { recursive: true, force: true });
      }
    } catch {
      // Another run removed it first.
    }
  }
}
