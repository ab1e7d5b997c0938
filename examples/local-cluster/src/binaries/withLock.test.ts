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
    const work = async () => {
      running += 1;
      expect(running).toBe(1);
      await new Promise(resolve => setTimeout(resolve, 50));
      running -= 1;
    };
    await Promise.all(
      [1, 2, 3].map(() => withLock(lock, owner => waited.push(owner), work)),
    );
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
