import { Alert, ButtonLink } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  ScaffolderTask,
  useTaskEventStream,
} from '@backstage/plugin-scaffolder-react';
import { taskProgress, titleOf } from '../../presentation/taskProgress';
import { taskRouteRef } from '../../routes';
import { useTexts } from '../../translation';

type Outcome = 'running' | 'completed' | 'failed' | 'cancelled';

const STATUS_OF_OUTCOME = {
  running: 'info',
  completed: 'success',
  failed: 'danger',
  cancelled: 'warning',
} as const satisfies Record<Outcome, string>;

/** Where a task is, and the way to its log. */
export function TaskAlert(props: { task: ScaffolderTask }) {
  const { task } = props;
  const { t } = useTexts();
  const pageOf = useRouteRef(taskRouteRef);
  const stream = useTaskEventStream(task.id);
  const progress = taskProgress(task, stream.steps);
  const outcome = outcomeOf(stream);
  return (
    <Alert
      role="status"
      status={STATUS_OF_OUTCOME[outcome]}
      loading={outcome === 'running'}
      icon
      title={t(`task.${outcome}`, { title: titleOf(task) })}
      description={
        progress &&
        t('task.step', {
          number: String(progress.number),
          total: String(progress.total),
          name: progress.name,
        })
      }
      customActions={
        pageOf && (
          <ButtonLink
            size="small"
            variant="tertiary"
            href={pageOf({ taskId: task.id })}
          >
            {t('task.log')}
          </ButtonLink>
        )
      }
    />
  );
}

function outcomeOf(stream: ReturnType<typeof useTaskEventStream>): Outcome {
  if (stream.cancelled) {
    return 'cancelled';
  }
  const steps = Object.values(stream.steps);
  if (steps.some(({ status }) => status === 'failed')) {
    return 'failed';
  }
  // A log that cannot be read ends with an error, and says nothing of the task.
  return stream.completed && !stream.error ? 'completed' : 'running';
}
