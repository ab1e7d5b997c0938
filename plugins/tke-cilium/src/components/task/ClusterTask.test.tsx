import { screen } from '@testing-library/react';
import {
  LogEvent,
  ScaffolderApi,
  scaffolderApiRef,
} from '@backstage/plugin-scaffolder-react';
import { CANNED_CLUSTERS } from '../../../dev/cannedClusters';
import { cannedTask } from '../../../dev/cannedTask';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { ClusterTask } from './ClusterTask';

const TASK = cannedTask('resource:default/demo');

const event = (
  type: LogEvent['type'],
  body: Partial<LogEvent['body']>,
): LogEvent => ({
  id: 1,
  taskId: TASK.id,
  createdAt: new Date().toISOString(),
  type,
  body: { message: '', ...body },
});

/** A scaffolder with one task, whose log holds these events. */
function scaffolderWith(
  events: LogEvent[],
  listTasks: ScaffolderApi['listTasks'] = async () => ({ tasks: [TASK] }),
) {
  return {
    listTasks,
    getTask: async () => TASK,
    streamLogs: () => ({
      subscribe: ({ next }: { next: (each: LogEvent) => void }) => {
        events.forEach(next);
        return { unsubscribe() {}, closed: false };
      },
    }),
  } as unknown as ScaffolderApi;
}

function renderWith(scaffolder: ScaffolderApi, language?: 'zh') {
  return renderForEntity(<ClusterTask clusterId="cls-demo0001" />, {
    getCluster: async () => CANNED_CLUSTERS.installing,
    apis: [[scaffolderApiRef, scaffolder]],
    language,
  });
}

const started = event('log', { stepId: 'preflight', status: 'processing' });
const passed = event('log', { stepId: 'preflight', status: 'completed' });
const installing = event('log', { stepId: 'install', status: 'processing' });
const broke = event('log', { stepId: 'install', status: 'failed' });

describe('ClusterTask', () => {
  it('names the step that runs, and leads to the log', async () => {
    renderWith(scaffolderWith([started, passed, installing]));
    expect(
      await screen.findByText('Step 2 of 3: Install Cilium with Helm'),
    ).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(
      /^Running: Install Cilium on a TKE cluster/,
    );
    expect(screen.getByRole('link', { name: 'Open the log' })).toHaveAttribute(
      'href',
      `/create/tasks/${TASK.id}`,
    );
  });

  it('says that it has failed, and where', async () => {
    renderWith(
      scaffolderWith([
        started,
        passed,
        installing,
        broke,
        event('completion', { message: 'broke' }),
      ]),
    );
    expect(
      await screen.findByText('Failed: Install Cilium on a TKE cluster'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Step 2 of 3/)).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    renderWith(scaffolderWith([started]), 'zh');
    expect(await screen.findByText(/^第 1 步/)).toBeInTheDocument();
  });

  it.each<[string, ScaffolderApi['listTasks']]>([
    [
      'another cluster is worked on',
      async () => ({ tasks: [cannedTask('resource:default/other')] }),
    ],
    [
      'it has ended before',
      async () => ({ tasks: [{ ...TASK, status: 'completed' }] }),
    ],
    ['tasks may not be seen', () => Promise.reject(new Error('forbidden'))],
  ])('is not there when %s', async (_, listTasks) => {
    renderWith(scaffolderWith([], listTasks));
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });
});
