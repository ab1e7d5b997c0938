import { CILIUM_WORKLOADS, TKE_DAEMON_SETS } from '../../vocabulary/names';
import { JsonObject, listAt, numberAt, textAt, textMapAt } from '../json';
import { ContainerFacts, WorkloadFacts } from '../types';

const DAEMON_SETS = new Set<string>([
  CILIUM_WORKLOADS.agent,
  CILIUM_WORKLOADS.envoy,
  ...Object.values(TKE_DAEMON_SETS),
]);

const DEPLOYMENTS = new Set<string>([
  CILIUM_WORKLOADS.operator,
  'hubble-relay',
  'hubble-ui',
  'clustermesh-apiserver',
]);

/** What matters of a DaemonSet; `undefined` for one that has nothing to do with the network. */
export function reduceDaemonSet(object: unknown): WorkloadFacts | undefined {
  const name = textAt(object, 'metadata', 'name');
  if (!name || !DAEMON_SETS.has(name)) {
    return undefined;
  }
  const count = (field: string) => numberAt(object, 'status', field) ?? 0;
  return {
    ...template(object, name),
    desired: count('desiredNumberScheduled'),
    ready: count('numberReady'),
    available: count('numberAvailable'),
    unavailable: count('numberUnavailable'),
    updated: count('updatedNumberScheduled'),
    // A node that should not run the pod but still does is in numberMisscheduled only.
    occupiedNodes:
      count('currentNumberScheduled') + count('numberMisscheduled'),
  };
}

/** What matters of a Deployment; `undefined` for one that is not Cilium's. */
export function reduceDeployment(object: unknown): WorkloadFacts | undefined {
  const name = textAt(object, 'metadata', 'name');
  if (!name || !DEPLOYMENTS.has(name)) {
    return undefined;
  }
  const count = (field: string) => numberAt(object, 'status', field) ?? 0;
  return {
    ...template(object, name),
    desired: numberAt(object, 'spec', 'replicas') ?? 1,
    ready: count('readyReplicas'),
    available: count('availableReplicas'),
    unavailable: count('unavailableReplicas'),
    updated: count('updatedReplicas'),
    occupiedNodes: 0,
  };
}

function template(object: unknown, name: string) {
  const pod = ['spec', 'template', 'spec'];
  return {
    name,
    generation: numberAt(object, 'metadata', 'generation') ?? 0,
    observedGeneration: numberAt(object, 'status', 'observedGeneration') ?? 0,
    nodeSelector: textMapAt(object, ...pod, 'nodeSelector'),
    containers: listAt(object, ...pod, 'containers').map(reduceContainer),
    initContainerNames: listAt(object, ...pod, 'initContainers').map(
      container => textAt(container, 'name') ?? '',
    ),
    helmRelease: textMapAt(object, 'metadata', 'annotations')[
      'meta.helm.sh/release-name'
    ],
  };
}

function reduceContainer(container: JsonObject): ContainerFacts {
  const variable = (name: string) =>
    textAt(
      listAt(container, 'env').find(candidate => candidate.name === name),
      'value',
    );
  const host = variable('KUBERNETES_SERVICE_HOST');
  const port = variable('KUBERNETES_SERVICE_PORT');
  return {
    name: textAt(container, 'name') ?? '',
    image: textAt(container, 'image') ?? '',
    apiServer: host || port ? { host, port } : undefined,
  };
}
