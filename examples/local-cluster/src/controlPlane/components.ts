import { join } from 'node:path';
import type { Binaries } from '../binaries/resolveBinaries';
import type { Pki } from '../pki/createPki';

/** A component of the control plane, or kwok. */
export type ComponentName =
  | 'etcd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kwok';

/**
 * The order in which components are stopped.
 *
 * @remarks
 * etcd last: without it the API server ignores SIGTERM for more than 20 s and keeps its port.
 */
export const STOP_ORDER: readonly ComponentName[] = [
  'kwok',
  'kube-scheduler',
  'kube-controller-manager',
  'kube-apiserver',
  'etcd',
];

/** Ports of one control plane, all on 127.0.0.1. */
export type Ports = {
  etcdClient: number;
  etcdPeer: number;
  apiServer: number;
  kwok: number;
};

/** What a component's command line is made of. */
export type ComponentContext = {
  directory: string;
  binaries: Binaries;
  pki: Pki;
  ports: Ports;
  kubernetesVersion: string;
};

/** A program and its arguments. */
export type CommandLine = { command: string; args: string[] };

// Only the controllers that a Cilium installation, its clean-up and the templates meet. The full set
// costs half a second of start and a few hundred idle goroutines per cluster.
const CONTROLLERS = [
  'clusterrole-aggregation-controller',
  'cronjob-controller',
  'daemonset-controller',
  'deployment-controller',
  'disruption-controller',
  'endpointslice-controller',
  'garbage-collector-controller',
  'job-controller',
  'namespace-controller',
  'node-lifecycle-controller',
  'pod-garbage-collector-controller',
  'replicaset-controller',
  'root-ca-certificate-publisher-controller',
  'serviceaccount-controller',
  'serviceaccount-token-controller',
  'statefulset-controller',
  'taint-eviction-controller',
];

const COMMAND_LINES: Record<
  ComponentName,
  (context: ComponentContext) => CommandLine
> = {
  etcd: ({ binaries, directory, ports }) => ({
    command: binaries.etcd,
    args: [
      '--name=local-cluster',
      `--data-dir=${join(directory, 'etcd')}`,
      `--listen-client-urls=http://127.0.0.1:${ports.etcdClient}`,
      `--advertise-client-urls=http://127.0.0.1:${ports.etcdClient}`,
      `--listen-peer-urls=http://127.0.0.1:${ports.etcdPeer}`,
      `--initial-advertise-peer-urls=http://127.0.0.1:${ports.etcdPeer}`,
      `--initial-cluster=local-cluster=http://127.0.0.1:${ports.etcdPeer}`,
      '--unsafe-no-fsync=true',
      // One member elects itself: nothing to wait for.
      '--heartbeat-interval=50',
      '--election-timeout=250',
    ],
  }),

  'kube-apiserver': ({
    binaries,
    directory,
    pki,
    ports,
    kubernetesVersion,
  }) => ({
    command: binaries.kubeApiserver,
    args: [
      // The official build says v1.34.4; TKE's and our own say v1.34.4-tke.1.
      `--version=${kubernetesVersion}`,
      `--etcd-servers=http://127.0.0.1:${ports.etcdClient}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      `--secure-port=${ports.apiServer}`,
      `--cert-dir=${join(directory, 'certificates')}`,
      `--tls-cert-file=${pki.apiServerCertificate}`,
      `--tls-private-key-file=${pki.apiServerKey}`,
      `--client-ca-file=${pki.caCertificate}`,
      '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
      `--service-account-key-file=${pki.serviceAccountPublicKey}`,
      `--service-account-signing-key-file=${pki.serviceAccountKey}`,
      '--authorization-mode=Node,RBAC',
      '--allow-privileged=true',
      '--service-cluster-ip-range=10.96.0.0/16',
      // The endpoints of default/kubernetes are ours: link-local, as on TKE.
      '--endpoint-reconciler-type=none',
      '--enable-priority-and-fairness=false',
      '--max-requests-inflight=0',
      '--max-mutating-requests-inflight=0',
      '--profiling=false',
      `--audit-policy-file=${join(directory, 'audit-policy.yaml')}`,
      `--audit-log-path=${join(directory, 'audit.log')}`,
    ],
  }),

  'kube-controller-manager': ({ binaries, directory, pki }) => ({
    command: binaries.kubeControllerManager,
    args: [
      `--kubeconfig=${join(directory, 'controller-manager.kubeconfig')}`,
      '--bind-address=127.0.0.1',
      '--secure-port=0',
      '--leader-elect=false',
      '--use-service-account-credentials=true',
      `--service-account-private-key-file=${pki.serviceAccountKey}`,
      `--root-ca-file=${pki.caCertificate}`,
      `--cluster-signing-cert-file=${pki.caCertificate}`,
      `--cluster-signing-key-file=${pki.caKey}`,
      `--controllers=${CONTROLLERS.join(',')}`,
      '--kube-api-qps=500',
      '--kube-api-burst=1000',
      '--profiling=false',
      // kwok renews no leases here (see kwok below), so silence must not mean death. A node becomes
      // NotReady when a fault says so, and the controller sees that within this period.
      '--node-monitor-grace-period=8760h',
      '--node-monitor-period=500ms',
    ],
  }),

  'kube-scheduler': ({ binaries, directory }) => ({
    command: binaries.kubeScheduler,
    args: [
      `--kubeconfig=${join(directory, 'scheduler.kubeconfig')}`,
      '--bind-address=127.0.0.1',
      '--secure-port=0',
      '--leader-elect=false',
      '--kube-api-qps=500',
      '--kube-api-burst=1000',
      '--profiling=false',
    ],
  }),

  kwok: ({ binaries, directory, ports }) => ({
    command: binaries.kwok,
    args: [
      `--kubeconfig=${join(directory, 'kwok.kubeconfig')}`,
      `--config=${join(directory, 'kwok.yaml')}`,
      '--manage-all-nodes=true',
      `--server-address=127.0.0.1:${ports.kwok}`,
      // Pods of the shared-ENI mode have addresses of the VPC.
      '--cidr=10.10.128.0/17',
      // No leases: kwok plays only the pods of nodes whose lease it holds, and after a restart it
      // would wait tens of seconds for its own old leases.
      '--node-lease-duration-seconds=0',
      // Stages as objects, so that a fault can be added and taken away while everything runs.
      '--enable-crds=Stage',
    ],
  }),
};

/** The command line of a component. Every listener is on loopback. */
export function commandLine(
  name: ComponentName,
  context: ComponentContext,
): CommandLine {
  return COMMAND_LINES[name](context);
}
