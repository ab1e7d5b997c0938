import { AbandonedWatch } from './AbandonedWatch';

describe('AbandonedWatch', () => {
  const create = () => AbandonedWatch.create({ abandonedAfterMs: 5_000 });

  /** Looks once a second. */
  function look(watch: AbandonedWatch, beats: number[], holder = 'a') {
    return beats.map((beat, second) =>
      watch.isAbandoned({ holder, beat }, second * 1000),
    );
  }

  it('finds who is silent for long', () => {
    expect(look(create(), [1, 1, 1, 1, 1, 1])).toEqual([
      ...Array(5).fill(false),
      true,
    ]);
  });

  it('leaves who beats now and then, and who came after it', () => {
    const watch = create();
    expect(look(watch, [1, 1, 1, 1, 2, 2, 2, 2])).not.toContain(true);
    expect(watch.isAbandoned({ holder: 'b', beat: 2 }, 9_000)).toBe(false);
  });

  it('blames nobody for the time in which it did not look itself', () => {
    const watch = create();
    watch.isAbandoned({ holder: 'a', beat: 1 }, 0);
    expect(watch.isAbandoned({ holder: 'a', beat: 1 }, 60_000)).toBe(false);
  });
});
