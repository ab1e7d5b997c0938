import { HeartbeatMonitor } from './HeartbeatMonitor';

describe('HeartbeatMonitor', () => {
  const create = () =>
    HeartbeatMonitor.create({ silentAfterMs: 8_000, maximumGapMs: 3_000 });
  const beat = (id: string, count: number) => ({ id, beat: count });

  it('finds who is silent, and not who is slow', () => {
    const monitor = create();
    for (let second = 0; second < 8; second += 1) {
      const heartbeats = [beat('silent', 5), beat('slow', second >> 2)];
      expect(monitor.observe(heartbeats, second * 1000)).toEqual([]);
    }
    expect(
      monitor.observe([beat('silent', 5), beat('slow', 2)], 8_000),
    ).toEqual([beat('silent', 5)]);
  });

  it('blames nobody for the time in which it did not look itself', () => {
    const monitor = create();
    monitor.observe([beat('a', 5)], 0);
    monitor.observe([beat('a', 5)], 2_000);
    expect(monitor.observe([beat('a', 5)], 60_000)).toEqual([]);
    for (const now of [62_000, 64_000, 66_000]) {
      expect(monitor.observe([beat('a', 5)], now)).toEqual([]);
    }
    expect(monitor.observe([beat('a', 5)], 68_000)).toHaveLength(1);
  });

  it('begins anew with one that comes back', () => {
    const monitor = create();
    for (const now of [0, 2_000, 4_000]) {
      monitor.observe([beat('a', 5)], now);
    }
    monitor.observe([], 6_000);
    expect(monitor.observe([beat('a', 5)], 8_000)).toEqual([]);
  });
});
