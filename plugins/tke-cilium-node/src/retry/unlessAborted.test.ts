import { getEventListeners } from 'node:events';
import { unlessAborted } from './unlessAborted';

describe('unlessAborted', () => {
  it('gives what the work gives, and leaves nothing on the signal', async () => {
    const { signal } = new AbortController();
    await expect(unlessAborted(Promise.resolve(1), signal)).resolves.toBe(1);
    await expect(
      unlessAborted(Promise.reject(new Error('broken')), signal),
    ).rejects.toThrow('broken');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it.each(['before', 'meanwhile'])(
    'throws the reason of a signal that is aborted %s',
    async when => {
      const controller = new AbortController();
      const work = new Promise<never>(() => {});
      if (when === 'before') {
        controller.abort(new Error('enough'));
      }
      const waiting = unlessAborted(work, controller.signal);
      controller.abort(new Error('enough'));
      await expect(waiting).rejects.toThrow('enough');
    },
  );

  it('takes care of work that fails when nobody waits for it any more', async () => {
    const work = Promise.reject(new Error('broken'));
    await expect(
      unlessAborted(work, AbortSignal.abort(new Error('enough'))),
    ).rejects.toThrow('enough');
    await new Promise(setImmediate);
  });
});
