import {
  LogEvent,
  scaffolderApiRef,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import { cannedTask } from './cannedTask';

type Step = [stepId: string, status: 'processing' | 'completed' | 'failed'];

/** What the logs of the tasks say, by the name of the state that shows it. */
const STEPS_OF_STATE: Readonly<Record<string, Step[]>> = {
  taskRunning: [
    ['preflight', 'processing'],
    ['preflight', 'completed'],
    ['install', 'processing'],
  ],
  taskFailed: [
    ['preflight', 'processing'],
    ['preflight', 'failed'],
  ],
  taskDone: [
    ['preflight', 'completed'],
    ['install', 'completed'],
    ['wait-ready', 'completed'],
  ],
};

/** States of a cluster that a task works on. */
export const TASK_STATES = Object.keys(STEPS_OF_STATE);

const TASKS: readonly ScaffolderTask[] = TASK_STATES.map(state => ({
  ...cannedTask(`resource:default/${state.toLocaleLowerCase('en-US')}`),
  id: state,
}));

/** A scaffolder with a task for each of {@link TASK_STATES}, which is its id too. */
export function cannedScaffolder(): typeof scaffolderApiRef.T {
  return {
    listTasks: async () => ({ tasks: TASKS }),
    getTask: async (taskId: string) => TASKS.find(({ id }) => id === taskId),
    streamLogs: ({ taskId }: { taskId: string }) => ({
      subscribe: ({ next }: { next: (event: LogEvent) => void }) => {
        logOf(taskId).forEach(next);
        return { unsubscribe() {}, closed: false };
      },
    }),
  } as unknown as typeof scaffolderApiRef.T;
}

function logOf(state: string): LogEvent[] {
  const steps = STEPS_OF_STATE[state];
  const events = steps.map(
    ([stepId, status], index): LogEvent => ({
      id: index + 1,
      taskId: state,
      createdAt: new Date().toISOString(),
      type: 'log',
      body: { message: `Step ${stepId} is ${status}`, stepId, status },
    }),
  );
  return steps.at(-1)?.[1] === 'processing'
    ? events
    : [
        ...events,
        {
          id: steps.length + 1,
          taskId: state,
          createdAt: new Date().toISOString(),
          type: 'completion',
          body: { message: 'Run has ended' },
        },
      ];
}
