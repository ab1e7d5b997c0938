import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './withLock';

describe('withLock', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lock-'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('runs one at a time, and tells those who wait', async () => {
    const lock = join(directory, 'lock');
    const waited: string[] = [];
    let running = 0;
    const alone = async (until: () => boolean) => {
      running += 1;
      expect(running).toBe(1);
      do {
        await new Promise(resolve => setTimeout(resolve, 20));
      } while (!until());
      running -= 1;
    };
    const tell = (owner: string) => waited.push(owner);
    let others: Promise<void>[] = [];
    // Those who come when the lock was just made may not be able to tell whose it is.
    await withLock(lock, tell, async () => {
      others = [1, 2].map(() => withLock(lock, tell, () => alone(() => true)));
      await alone(() => waited.length === others.length);
    });
    await Promise.all(others);
    expect(waited).toEqual(Array(2).fill(`process ${process.pid}`));
  });

  it('is free again after the work failed', async () => {
    const lock = join(directory, 'lock');
    await expect(
      withLock(lock, jest.fn(), () => Promise.reject(new Error('no'))),
    ).rejects.toThrow('no');
    await expect(withLock(lock, jest.fn(), async () => 'yes')).resolves.toBe(
      'yes',
    );
  });

  it('takes over from an owner that died', async () => {
    const lock = join(directory, 'lock');
    await mkdir(lock);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    await expect(withLock(lock, jest.fn(), async () => 'mine')).resolves.toBe(
      'mine',
    );
  });
});
