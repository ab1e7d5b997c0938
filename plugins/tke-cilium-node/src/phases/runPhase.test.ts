import { PhaseContext } from './Phase';
import { runPhase } from './runPhase';

describe('runPhase', () => {
  let lines: string[];
  let context: PhaseContext;

  beforeEach(() => {
    jest.useFakeTimers();
    lines = [];
    const say = (line: string) => lines.push(line);
    context = {
      connection: { clusterId: 'cls-abcdefgh' },
      signal: new AbortController().signal,
      dryRun: false,
      log: { info: say, warn: say },
    } as unknown as PhaseContext;
  });
  afterEach(() => jest.useRealTimers());

  it('says at least every 20 s what it waits for, however long it takes', async () => {
    let end = () => {};
    const running = runPhase('tke:cilium:install', context, async phase => {
      phase.waitingFor('Helm');
      await new Promise<void>(resolve => {
        end = resolve;
      });
    });
    for (let spoken = 1; spoken <= 5; spoken += 1) {
      await jest.advanceTimersByTimeAsync(20_000);
      expect(lines.length).toBeGreaterThanOrEqual(spoken);
    }
    expect(lines[0]).toMatch(/^Still waiting for Helm \(\d+ s\)$/);
    end();
    await running;
    const spoken = lines.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(lines).toHaveLength(spoken);
  });

  it('does not interrupt a phase that speaks by itself', async () => {
    let end = () => {};
    const running = runPhase('tke:cilium:install', context, async phase => {
      const talk = setInterval(() => phase.log.info('helm: a line'), 10_000);
      await new Promise<void>(resolve => {
        end = resolve;
      });
      clearInterval(talk);
    });
    await jest.advanceTimersByTimeAsync(60_000);
    end();
    await running;
    expect(new Set(lines)).toEqual(new Set(['helm: a line']));
  });

  it('names phase and cluster in an error, and gives the reason when it was cancelled', async () => {
    await expect(
      runPhase('tke:cilium:install', context, async () => {
        throw new Error('no chart');
      }),
    ).rejects.toThrow(
      /^tke:cilium:install on cls-abcdefgh failed; caused by Error: no chart/,
    );
    const cancel = new AbortController();
    await expect(
      runPhase(
        'tke:cilium:install',
        { ...context, signal: cancel.signal },
        async () => {
          cancel.abort(new Error('cancelled'));
          throw new Error('no chart');
        },
      ),
    ).rejects.toThrow(/^cancelled$/);
  });
});
