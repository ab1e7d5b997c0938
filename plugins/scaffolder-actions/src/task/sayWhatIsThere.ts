import { ForwardedError } from '@backstage/errors';
import { ActionContext } from '@backstage/plugin-scaffolder-node';

/**
 * Runs what makes a cluster. Says as soon as there is one that it costs money and what to do with it
 * if the task ends early; and says it once more in the error, if it then fails.
 *
 * @remarks
 * At the end of the task it would be too late: a step that fails has no outputs for a later one, and
 * once a task was cancelled no later step runs, and its page shows no further line.
 *
 * @param work - gets what it has to call with the id of the cluster
 */
export async function sayWhatIsThere(
  { logger }: Pick<ActionContext<{}>, 'logger'>,
  work: (say: (clusterId: string) => void) => Promise<void>,
): Promise<void> {
  let there: string | undefined;
  try {
    await work(clusterId => {
      if (clusterId !== there) {
        there = clusterId;
        logger.info(describe(clusterId));
      }
    });
  } catch (error) {
    throw there ? new ForwardedError(describe(there), error) : error;
  }
}

function describe(clusterId: string): string {
  return `${clusterId} is there now, and costs money until it is deleted. If this task ends early, press "Start Over" on its page and keep the values: the next one goes on with this cluster. Or delete it with the template "Delete a TKE cluster"; in the console, as long as the catalog does not show it`;
}
