import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const HEARTBEAT_MILLISECONDS = 2_000;
const STALE_MILLISECONDS = 20_000;
const RETRY_MILLISECONDS = 250;

/**
 * Runs `work` while no other process runs work under the same lock.
 *
 * @remarks
 * The lock is a directory, whose creation is atomic everywhere. Its owner touches it; one that was
 * not touched for 20 s belongs to a process that died and is taken over.
 *
 * @param onWait - called once, when somebody else holds the lock, with what is known about the owner.
 */
export async function withLock<T>(
  path: string,
  onWait: (owner: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  await acquire(path, onWait);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {
      // Somebody took it for stale, for instance after this machine slept. The work ends with a
      // rename, so doing it twice is only slow.
    });
  }, HEARTBEAT_MILLISECONDS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(path, { recursive: true, force: true });
  }
}

async function acquire(
  path: string,
  onWait: (owner: string) => void,
): Promise<void> {
  for (let waited = false; ; ) {
    try {
      await mkdir(path);
      await writeFile(join(path, 'owner'), `process ${process.pid}`);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
    }
    if (await isStale(path)) {
      await rm(path, { recursive: true, force: true });
      continue;
    }
    if (!waited) {
      waited = true;
      onWait(
        await readFile(join(path, 'owner'), 'utf8').catch(
          () => 'another process',
        ),
      );
    }
    await new Promise(resolve => setTimeout(resolve, RETRY_MILLISECONDS));
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path);
    return Date.now() - mtimeMs > STALE_MILLISECONDS;
  } catch {
    // Gone: the next attempt to create it decides.
    return false;
  }
}
