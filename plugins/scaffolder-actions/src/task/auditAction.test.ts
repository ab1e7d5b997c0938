import { mockServices } from '@backstage/backend-test-utils';
import {
  createTemplateAction,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { auditAction } from './auditAction';

const success = jest.fn(async () => {});
const fail = jest.fn(async () => {});
const auditor = mockServices.auditor.mock({
  createEvent: async () => ({ success, fail }),
});

function run(handler: () => Promise<void>, isDryRun = false) {
  const action: TemplateAction<any, any, any> = createTemplateAction({
    id: 'tke:cilium:some-phase',
    schema: { input: { clusterId: z => z.string() } },
    handler,
  });
  return auditAction(action, auditor).handler({
    ...createMockActionContext({
      input: { clusterId: 'cls-abcdefgh' },
      task: { id: 'task-1' },
      user: { ref: 'user:default/somebody' },
    }),
    isDryRun,
  });
}

afterEach(() => jest.clearAllMocks());

it('records what was done, to which cluster and for whom', async () => {
  await run(async () => {});
  expect(auditor.createEvent).toHaveBeenCalledWith({
    eventId: 'cluster-phase',
    severityLevel: 'medium',
    meta: {
      actionType: 'tke:cilium:some-phase',
      clusterId: 'cls-abcdefgh',
      dryRun: false,
      initiator: 'user:default/somebody',
      taskId: 'task-1',
    },
  });
  expect(success).toHaveBeenCalledTimes(1);
});

it('says that nothing but a dry run was asked for', async () => {
  await run(async () => {}, true);
  expect(auditor.createEvent).toHaveBeenCalledWith(
    expect.objectContaining({
      severityLevel: 'low',
      meta: expect.objectContaining({ dryRun: true }),
    }),
  );
});

it('records a failure, and fails', async () => {
  const error = new Error('no');
  await expect(run(() => Promise.reject(error))).rejects.toBe(error);
  expect(fail).toHaveBeenCalledWith({ error });
  expect(success).not.toHaveBeenCalled();
});
