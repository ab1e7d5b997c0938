import { createOnce, CreateOnceOptions } from './createOnce';
import { InProcessCreationLock } from './InProcessCreationLock';
import { TencentCloudError } from './TencentCloudError';

const { signal } = new AbortController();

function lost() {
  return new TencentCloudError({
    kind: 'network',
    account: 'production',
    region: 'ap-guangzhou',
    action: 'CreateCluster',
    detail: 'socket hang up',
  });
}

/** A place where things are made, and lists that show them `lag` looks later. */
function place(options: { lag?: number; there?: string[] } = {}) {
  const made = [...(options.there ?? [])];
  let lag = 0;
  const find = jest.fn(async () => {
    const shown = lag > 0 ? made.slice(0, -1) : [...made];
    lag -= 1;
    return shown;
  });
  const create = jest.fn(async () => {
    made.push(`cls-${made.length}`);
    lag = options.lag ?? 0;
    return made[made.length - 1];
  });
  const lock = InProcessCreationLock.create();
  const run = (more: Partial<CreateOnceOptions> = {}) =>
    createOnce({
      what: 'cluster demo',
      find,
      create,
      lock,
      signal,
      listedWithinMs: 3_000,
      ...more,
    });
  return { made, find, create, run };
}

describe('createOnce', () => {
  it('makes it, and nothing the second time', async () => {
    const { run, made } = place();
    await expect(run()).resolves.toEqual({ id: 'cls-0', created: true });
    await expect(run()).resolves.toEqual({ id: 'cls-0', created: false });
    expect(made).toHaveLength(1);
  });

  it('makes one for two at once, also while lists lag behind', async () => {
    const { run, made } = place({ lag: 1 });
    await expect(Promise.all([run(), run()])).resolves.toEqual([
      { id: 'cls-0', created: true },
      { id: 'cls-0', created: false },
    ]);
    expect(made).toHaveLength(1);
  });

  it('finds what was made by a call whose answer was lost', async () => {
    const { run, create, made } = place({ lag: 1 });
    await expect(
      run({
        create: async () => {
          await create();
          throw lost();
        },
      }),
    ).resolves.toEqual({ id: 'cls-0', created: true });
    expect(made).toHaveLength(1);
  });

  it('says that it does not know, and does not try again, when nothing is found', async () => {
    const { run, made } = place();
    const create = jest.fn(async () => {
      throw lost();
    });
    await expect(run({ create, listedWithinMs: 0 })).rejects.toThrow(
      'It is not known whether cluster demo was made',
    );
    expect(create).toHaveBeenCalledTimes(1);
    expect(made).toHaveLength(0);
  });

  it('looks longer when an earlier attempt may have made it', async () => {
    const { create, run, made } = place({ lag: 1 });
    await create();
    await expect(run({ triedBefore: true })).resolves.toEqual({
      id: 'cls-0',
      created: false,
    });
    expect(made).toHaveLength(1);
  });

  it.each(['before the answer', 'before lists show it'])(
    'finds in the next attempt what was made by one that was cancelled %s',
    async moment => {
      const { run, create, made } = place({ lag: 2 });
      const cancel = new AbortController();
      const cancelled = run({
        signal: cancel.signal,
        create: async () => {
          const id = await create();
          cancel.abort(new Error('cancelled'));
          if (moment === 'before the answer') {
            throw cancel.signal.reason;
          }
          return id;
        },
      });
      await expect(cancelled).rejects.toThrow('cancelled');
      await expect(run()).resolves.toEqual({ id: 'cls-0', created: false });
      expect(made).toHaveLength(1);
    },
  );

  it('names all when there are several', async () => {
    const { run } = place({ there: ['cls-a', 'cls-b'] });
    await expect(run()).rejects.toThrow(
      /several of cluster demo: cls-a, cls-b/,
    );
  });

  it('passes on what the API refuses', async () => {
    const { run } = place();
    const refused = new Error('quota');
    await expect(
      run({
        create: async () => {
          throw refused;
        },
      }),
    ).rejects.toBe(refused);
  });
});
