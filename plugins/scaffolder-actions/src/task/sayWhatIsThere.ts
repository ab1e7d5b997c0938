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
        describe(clusterId).forEach(line => logger.info(line));
      }
    });
  } catch (error) {
    throw there
      ? new ForwardedError(describe(there).join(' ').replace(/\.$/, ''), error)
      : error;
  }
}

/** In lines that fit the page: its log does not break them. */
function describe(clusterId: string): string[] {
  return [
    `${clusterId} is there now, and costs money until it is deleted.`,
    'If this task ends early, press "Start Over" and keep the values: the next one goes on with it.',
    'Or delete it with the template "Delete a TKE cluster"; until the catalog has it, in the console.',
  ];
}
