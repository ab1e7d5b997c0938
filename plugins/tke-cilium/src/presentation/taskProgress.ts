import { ScaffolderTask } from '@backstage/plugin-scaffolder-react';

/** Whether a task works on a cluster: one of its parameters is the cluster's entity, or its id. */
export function isAboutCluster(
  task: ScaffolderTask,
  cluster: { entityRef: string; clusterId: string },
): boolean {
  return Object.values(task.spec.parameters ?? {}).some(
    value =>
      typeof value === 'string' &&
      [cluster.entityRef, cluster.clusterId].includes(value.toLowerCase()),
  );
}

/** Whether a task has not come to an end. */
export function isUnderWay(task: ScaffolderTask): boolean {
  return task.status === 'open' || task.status === 'processing';
}

/** What a task is called: the title of its template. */
export function titleOf({ id, spec }: ScaffolderTask): string {
  const { entity, entityRef } = spec.templateInfo ?? {};
  return entity?.metadata.title ?? entity?.metadata.name ?? entityRef ?? id;
}

/** How far a task has come. */
export type TaskProgress = {
  /** Counted from 1. */
  number: number;
  total: number;
  name: string;
};

/**
 * The step that runs, else the last that ended. `undefined` before the first.
 *
 * @param steps - what the log of the task says of its steps, by id
 */
export function taskProgress(
  task: ScaffolderTask,
  steps: Record<string, { status: string } | undefined>,
): TaskProgress | undefined {
  const all = task.spec.steps;
  const has = (...statuses: string[]) =>
    all.map(({ id }) => statuses.includes(steps[id]?.status ?? 'open'));
  const running = has('processing').lastIndexOf(true);
  const index =
    running >= 0
      ? running
      : has('completed', 'failed', 'cancelled').lastIndexOf(true);
  return index < 0
    ? undefined
    : { number: index + 1, total: all.length, name: all[index].name };
}
