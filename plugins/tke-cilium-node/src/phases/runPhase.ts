import { Framed, framePhase } from './framePhase';
import { PhaseContext } from './Phase';

/** A running phase. */
export type Phase = Framed<PhaseContext>;

/**
 * Runs a phase on a cluster, in its frame.
 *
 * @param name - the id of the action, for example `tke:cilium:install`
 */
export async function runPhase<T>(
  name: string,
  context: PhaseContext,
  work: (phase: Phase) => Promise<T>,
): Promise<T> {
  const { clusterId } = context.connection;
  return framePhase(
    { name, subject: clusterId, first: 'the API server to answer' },
    context,
    work,
  );
}
