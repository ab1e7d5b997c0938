import { cannedTask } from '../../dev/cannedTask';
import { isAboutCluster, taskProgress, titleOf } from './taskProgress';

const TASK = cannedTask('resource:default/demo');
const CLUSTER = {
  entityRef: 'resource:default/demo',
  clusterId: 'cls-demo0001',
};

const withParameters = (parameters: Record<string, any>) => ({
  ...TASK,
  spec: { ...TASK.spec, parameters },
});

it.each([
  [{ cluster: 'resource:default/demo' }, true],
  [{ cluster: 'Resource:default/demo' }, true],
  [{ clusterId: 'cls-demo0001' }, true],
  [{ cluster: 'resource:default/other', nodes: 3 }, false],
  [{}, false],
])('knows whether %j is about the cluster', (parameters, expected) => {
  expect(isAboutCluster(withParameters(parameters), CLUSTER)).toBe(expected);
});

it('is called as its template', () => {
  expect(titleOf(TASK)).toBe('Install Cilium on a TKE cluster');
});

it.each([
  [{}, undefined],
  [{ preflight: { status: 'processing' } }, 1],
  [
    { preflight: { status: 'completed' }, install: { status: 'processing' } },
    2,
  ],
  [{ preflight: { status: 'completed' }, install: { status: 'failed' } }, 2],
  [{ preflight: { status: 'completed' }, install: { status: 'skipped' } }, 1],
])('with %j it is at step %p', (steps, expected) => {
  expect(taskProgress(TASK, steps)?.number).toBe(expected);
});
