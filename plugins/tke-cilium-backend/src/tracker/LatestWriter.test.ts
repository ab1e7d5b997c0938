import { LatestWriter } from './LatestWriter';

describe('LatestWriter', () => {
  it('writes one after the other, and only the latest of what waited', async () => {
    const written: number[] = [];
    let release = () => {};
    const writer = LatestWriter.create<number>({
      write: async value => {
        written.push(value);
        await new Promise<void>(resolve => {
          release = resolve;
        });
      },
      onError: () => {},
    });
    expect(writer.isUnused).toBe(true);
    for (const value of [1, 2, 3]) {
      writer.write(value);
    }
    expect(written).toEqual([1]);
    release();
    await new Promise(setImmediate);
    expect(written).toEqual([1, 3]);
    release();
    await writer.stop();
    expect(writer.isUnused).toBe(false);
  });

  it('tries again until it works', async () => {
    const errors: string[] = [];
    let attempts = 0;
    const done = new Promise<number>(resolve => {
      const writer = LatestWriter.create<number>({
        write: async value => {
          attempts += 1;
          if (attempts < 2) {
            throw new Error('database is gone');
          }
          resolve(value);
        },
        onError: ({ message }) => errors.push(message),
      });
      writer.write(7);
    });
    expect(await done).toBe(7);
    expect(errors).toEqual(['database is gone']);
  });

  it('does not wait for a database that is gone when it is stopped', async () => {
    const errors: string[] = [];
    const writer = LatestWriter.create<number>({
      write: async () => {
        throw new Error('database is gone');
      },
      onError: ({ message }) => errors.push(message),
    });
    writer.write(1);
    await new Promise(setImmediate);
    await writer.stop();
    expect(errors).toHaveLength(2);
  });
});
