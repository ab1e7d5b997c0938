import { ComponentType, lazy, Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { useClusterTask } from '../../data';

type TaskView = ComponentType<{ task: ScaffolderTask }>;

// Most of the time nothing works on a cluster, and what reads a task's log stays where it is.
const TaskAlert = lazy(async (): Promise<{ default: TaskView }> => {
  try {
    return { default: (await import('./TaskAlert')).TaskAlert };
  } catch {
    // A page that is older than the app's last release still has its state to show.
    return { default: () => null };
  }
});

/** The task that works on this cluster now: where it is, and the way to its log. */
export function ClusterTask(props: { clusterId: string }) {
  const { entity } = useEntity();
  const task = useClusterTask({
    entityRef: stringifyEntityRef(entity),
    clusterId: props.clusterId,
  });
  return (
    <Suspense fallback={null}>
      {task && <TaskAlert key={task.id} task={task} />}
    </Suspense>
  );
}
