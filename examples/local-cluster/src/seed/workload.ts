import type { KubernetesObject } from '../api/kubernetesObject';

/** A container of a seeded DaemonSet or Deployment. */
export type SeedContainer = {
  name: string;
  image: string;
  command?: string[];
  env?: { name: string; value: string }[];
  volumeMounts?: { name: string; mountPath: string }[];
};

/** A DaemonSet in kube-system as TKE has them: on the host's network, tolerating everything. */
export function daemonSet(options: {
  name: string;
  labels?: Record<string, string>;
  containers: SeedContainer[];
  volumes?: object[];
}): KubernetesObject {
  const labels = options.labels ?? { 'k8s-app': options.name };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: options.name, namespace: 'kube-system', labels },
    spec: {
      selector: { matchLabels: labels },
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: 10 },
      },
      template: {
        metadata: { labels },
        spec: {
          hostNetwork: true,
          priorityClassName: 'system-node-critical',
          // Super nodes run no DaemonSets.
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [
                  {
                    matchExpressions: [
                      {
                        key: 'node.kubernetes.io/instance-type',
                        operator: 'NotIn',
                        values: ['eklet'],
                      },
                    ],
                  },
                ],
              },
            },
          },
          tolerations: [{ operator: 'Exists' }],
          terminationGracePeriodSeconds: 1,
          containers: options.containers,
          ...(options.volumes ? { volumes: options.volumes } : {}),
        },
      },
    },
  };
}

/** A Deployment in kube-system. */
export function deployment(options: {
  name: string;
  labels: Record<string, string>;
  replicas: number;
  containers: SeedContainer[];
  annotations?: Record<string, string>;
  hostNetwork?: boolean;
}): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: options.name,
      namespace: 'kube-system',
      labels: options.labels,
      ...(options.annotations ? { annotations: options.annotations } : {}),
    },
    spec: {
      replicas: options.replicas,
      selector: { matchLabels: options.labels },
      template: {
        metadata: { labels: options.labels },
        spec: {
          hostNetwork: options.hostNetwork ?? false,
          priorityClassName: 'system-cluster-critical',
          terminationGracePeriodSeconds: 1,
          containers: options.containers,
        },
      },
    },
  };
}

/** A ConfigMap in kube-system. */
export function configMap(
  name: string,
  data: Record<string, string>,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'kube-system' },
    data,
  };
}
