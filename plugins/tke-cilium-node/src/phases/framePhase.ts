import { ForwardedError } from '@backstage/errors';
import { PhaseContext, PhaseLog } from './Phase';

/** The UI closes a stream that is silent for a minute, and a person gives up earlier. */
const LONGEST_SILENCE_MS = 15_000;

/** What a phase of any kind works with. */
export type FrameContext = Pick<PhaseContext, 'log' | 'signal' | 'dryRun'>;

/** A running phase of any kind. */
export type Framed<Context extends FrameContext> = Context & {
  /** Says what the phase waits for from now on, for the line that breaks a silence. */
  waitingFor(what: string): void;
};

/** Names a phase, and what it works on, in messages. */
export type FrameOptions = {
  /** The id of the action, for example `tke:cilium:install`. */
  name: string;
  /** For example the id of the cluster. */
  subject: string;
  /** What it waits for until it says otherwise. */
  first: string;
};

/**
 * Frames a phase: a line at least every 20 s whatever it does, errors that name the phase and what
 * it works on, and the reason of the signal when it was aborted.
 */
export async function framePhase<Context extends FrameContext, T>(
  { name, subject, first }: FrameOptions,
  context: Context,
  work: (phase: Framed<Context>) => Promise<T>,
): Promise<T> {
  const { signal } = context;
  signal.throwIfAborted();
  let lastLine = Date.now();
  let waiting = { what: first, since: Date.now() };
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
    throw new ForwardedError(`${name} on ${subject} failed`, error);
  } finally {
    clearInterval(heartbeat);
  }
}
