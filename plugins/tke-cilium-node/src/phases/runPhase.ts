import { ForwardedError } from '@backstage/errors';
import { PhaseContext, PhaseLog } from './Phase';

/** The UI closes a stream that is silent for a minute, and a person gives up earlier. */
const LONGEST_SILENCE_MS = 15_000;

/** A running phase. */
export type Phase = PhaseContext & {
  /** Says what the phase waits for from now on, for the line that breaks a silence. */
  waitingFor(what: string): void;
};

/**
 * Frames a phase: a line at least every 20 s whatever it does, errors that name the phase and the
 * cluster, and the reason of the signal when it was aborted.
 *
 * @param name - the id of the action, for example `tke:cilium:install`
 */
export async function runPhase<T>(
  name: string,
  context: PhaseContext,
  work: (phase: Phase) => Promise<T>,
): Promise<T> {
  const { signal, connection } = context;
  signal.throwIfAborted();
  let lastLine = Date.now();
  let waiting = { what: 'the API server to answer', since: Date.now() };
  const spoken = (say: (message: string) => void) => (message: string) => {
    lastLine = Date.now();
    say(message);
  };
  const log: PhaseLog = {
    info: spoken(message => context.log.info(message)),
    warn: spoken(message => context.log.warn(message)),
  };
  const heartbeat = setInterval(() => {
    if (Date.now() - lastLine >= LONGEST_SILENCE_MS) {
      const seconds = Math.round((Date.now() - waiting.since) / 1000);
      log.info(`Still waiting for ${waiting.what} (${seconds} s)`);
    }
  }, 1000);
  try {
    return await work({
      ...context,
      log,
      waitingFor: what => {
        if (what !== waiting.what) {
          waiting = { what, since: Date.now() };
        }
      },
    });
  } catch (error) {
    signal.throwIfAborted();
    throw new ForwardedError(
      `${name} on ${connection.clusterId} failed`,
      error,
    );
  } finally {
    clearInterval(heartbeat);
  }
}
