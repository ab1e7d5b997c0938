import { ForwardedError } from '@backstage/errors';
import { createOnce, CreateOnceOptions } from '../tencentCloud/createOnce';
import type { CreationLock } from '../tencentCloud/CreationLock';
import { isAnswerLost } from '../tencentCloud/isAnswerLost';
import type { TencentCloudActions } from '../tencentCloud/TencentCloudActions';
import type { TencentCloudRegion } from '../tencentCloud/TencentCloudRegions';
import { PhaseContext } from '../phases/Phase';
import { Framed, framePhase } from '../phases/framePhase';

/** What every phase works with that asks the cloud. @public */
export type CloudPhaseContext = Pick<
  PhaseContext,
  'log' | 'signal' | 'dryRun'
> & {
  cloud: TencentCloudRegion;
  /** Keeps two from making the same thing. */
  creations: CreationLock;
};

/** A running phase that asks the cloud. */
export type CloudPhase = Framed<CloudPhaseContext> & {
  /** Whatever comes of the phase from now on, this may be there: an error names it. */
  leaves(what: string): void;
};

const SHORTEST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** A look costs little beside the time that something has taken already. */
const SHARE_OF_WAIT = 20;

/**
 * Runs a phase that asks the cloud, in its frame.
 *
 * @param name - the id of the action, for example `tke:cluster:create`
 * @param subject - what it works on, for example `cluster cls-abcdefgh`
 */
export async function runCloudPhase<T>(
  name: string,
  subject: string,
  context: CloudPhaseContext,
  work: (phase: CloudPhase) => Promise<T>,
): Promise<T> {
  return framePhase(
    { name, subject, first: 'the Tencent Cloud API to answer' },
    context,
    async framed => {
      const left: string[] = [];
      try {
        return await work({ ...framed, leaves: what => left.push(what) });
      } catch (error) {
        throw left.length > 0
          ? new ForwardedError(
              `Made, and left there: ${left.join(', ')}`,
              error,
            )
          : error;
      }
    },
  );
}

/** Calls the API in the account and region of a phase. */
export async function callCloud<A extends keyof TencentCloudActions>(
  { cloud, signal }: Pick<CloudPhase, 'cloud' | 'signal'>,
  action: A,
  request: TencentCloudActions[A][0],
  subject: string,
): Promise<TencentCloudActions[A][1]> {
  const { api, region } = cloud;
  return api.call(action, request, { region, subject, signal });
}

/**
 * Makes something in the cloud unless it is there, and says when somebody else is making it. It says
 * beforehand that it asks: once a task was cancelled, its page shows no further line.
 */
export async function createInCloud(
  phase: CloudPhase,
  options: Pick<CreateOnceOptions, 'what' | 'find' | 'triedBefore'> & {
    /** With a signal of its own: nothing may be made once it is aborted. */
    create: (phase: CloudPhase) => Promise<string>;
  },
): Promise<{ id: string; created: boolean }> {
  const { what } = options;
  return createOnce({
    ...options,
    create: async signal => {
      phase.log.info(`Asking for ${what}: from now on it may cost money`);
      try {
        const id = await options.create({ ...phase, signal });
        phase.leaves(`${what} (${id})`);
        return id;
      } catch (error) {
        if (isAnswerLost(error)) {
          phase.leaves(`perhaps ${what}`);
        }
        throw error;
      }
    },
    lock: phase.creations,
    signal: phase.signal,
    onWait: () => {
      phase.waitingFor(`another task that makes ${what}`);
      phase.log.info(`Another task is making ${what}. Waiting for it.`);
    },
  });
}

/** How long to wait before the next look: the longer it takes, the seldomer. */
export function pauseBetweenLooks(waitedMs: number): number {
  return Math.min(
    Math.max(waitedMs / SHARE_OF_WAIT, SHORTEST_PAUSE_MS),
    LONGEST_PAUSE_MS,
  );
}
