import { pollDelay } from './pollDelay';

describe('pollDelay', () => {
  it.each([
    ['as a safety net with signals', { signalled: true }, 30_000],
    ['soon after news without signals', { quiet: 0 }, 2_000],
    ['less soon when there was none', { quiet: 2 }, 8_000],
    ['slowly when it rests', { quiet: 60 }, 30_000],
    ['often while it settles', { quiet: 60, phase: 'WaitingForNodes' }, 5_000],
    ['often while nothing is known', { quiet: 60, phase: undefined }, 5_000],
    ['soon after a first failure', { signalled: true, failures: 1 }, 2_000],
    ['later after the third', { failures: 3 }, 8_000],
    ['once a minute after many', { failures: 40 }, 60_000],
    ['spread by a fifth after failures', { failures: 1, random: 1 }, 2_400],
  ] as const)('%s', (_, options, expected) => {
    expect(
      pollDelay({
        signalled: false,
        quiet: 0,
        failures: 0,
        random: 0,
        phase: 'Ready',
        ...options,
      }),
    ).toBe(expected);
  });
});
