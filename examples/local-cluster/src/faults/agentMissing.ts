import { isStatus, type ApiServerClient } from '../api/ApiServerClient';
import type { KubernetesObject } from '../api/kubernetesObject';
import { waitUntil } from '../controlPlane/waitUntil';
import type { Pod } from '../simulator/World';

const TIMEOUT = { timeoutMilliseconds: 20_000, everyMilliseconds: 100 };
const API = 'admissionregistration.k8s.io/v1';

/**
 * Takes the agent off a node: a policy refuses its creation, as a cluster's own policies may, and the
 * pod that is there is deleted.
 */
export async function removeAgent(
  client: ApiServerClient,
  id: string,
  node: string,
): Promise<void> {
  for (const object of policy(id, node)) {
    await client.create(object);
  }
  await waitUntil(
    'The policy that refuses the agent',
    async () => !(await isAllowed(client, node)),
    TIMEOUT,
  );
  const agents = await client.list<Pod>(
    'v1',
    'Pod',
    'kube-system',
    `?labelSelector=k8s-app%3Dcilium&fieldSelector=spec.nodeName%3D${node}`,
  );
  await Promise.all(
    agents.map(agent => client.delete(agent, { gracePeriodSeconds: 0 })),
  );
}

/** Lets the DaemonSet controller create the agent again. */
export async function allowAgent(
  client: ApiServerClient,
  id: string,
  node: string,
): Promise<void> {
  for (const object of policy(id, node).reverse()) {
    await client.delete(object);
  }
  // Policies are read by the API server a moment after they change.
  await waitUntil(
    'The end of the policy that refuses the agent',
    () => isAllowed(client, node),
    TIMEOUT,
  );
  await hurryDaemonSetController(client);
}

/** Whether the API server would accept an agent's pod for this node now. */
async function isAllowed(
  client: ApiServerClient,
  node: string,
): Promise<boolean> {
  try {
    await client.request(
      'POST',
      '/api/v1/namespaces/kube-system/pods?dryRun=All',
      { body: probe(node) },
    );
    return true;
  } catch (error) {
    if (isStatus(error, 422)) {
      return false;
    }
    throw error;
  }
}

function policy(id: string, node: string): KubernetesObject[] {
  const name = `local-cluster-fault-${id}`;
  return [
    {
      apiVersion: API,
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: [''],
              apiVersions: ['v1'],
              operations: ['CREATE'],
              resources: ['pods'],
            },
          ],
        },
        matchConditions: [
          {
            name: 'agent',
            expression:
              "has(object.metadata.labels) && 'k8s-app' in object.metadata.labels && object.metadata.labels['k8s-app'] == 'cilium'",
          },
        ],
        // The DaemonSet controller pins a pod to its node by a field selector on the node's name.
        validations: [
          {
            expression: `!object.spec.?affinity.?nodeAffinity.?requiredDuringSchedulingIgnoredDuringExecution.?nodeSelectorTerms.orValue([]).exists(term, term.?matchFields.orValue([]).exists(field, field.key == 'metadata.name' && '${node}' in field.values))`,
            message: `pods are not allowed on node ${node}`,
          },
        ],
      },
    },
    {
      apiVersion: API,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name },
      spec: { policyName: name, validationActions: ['Deny'] },
    },
  ];
}

function probe(node: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      generateName: 'probe-',
      namespace: 'kube-system',
      labels: { 'k8s-app': 'cilium' },
    },
    spec: {
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchFields: [
                  { key: 'metadata.name', operator: 'In', values: [node] },
                ],
              },
            ],
          },
        },
      },
      containers: [{ name: 'probe', image: 'probe' }],
    },
  };
}

/** The controller backs off up to minutes after refusals; a change of the DaemonSet makes it look now. */
async function hurryDaemonSetController(
  client: ApiServerClient,
): Promise<void> {
  const path = '/apis/apps/v1/namespaces/kube-system/daemonsets/cilium';
  if (await client.get(path)) {
    await client.patch(path, {
      metadata: {
        annotations: { 'local-cluster/looked-at': new Date().toISOString() },
      },
    });
  }
}
