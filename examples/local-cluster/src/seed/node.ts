import type {
  Condition,
  KubernetesObject,
  Taint,
} from '../api/kubernetesObject';
import type { NodeSeed } from './types';

/** A Node, as far as this package reads or writes it. */
export type Node = KubernetesObject & {
  spec: { taints?: Taint[]; providerID?: string; podCIDR?: string };
  status: { conditions?: Condition[]; [field: string]: unknown };
};

/** The operating system images that TKE's nodes come with. */
export const OPERATING_SYSTEMS = {
  tencentOs3: {
    osImage: 'TencentOS Server 3.1 (Final)',
    kernelVersion: '5.4.119-19-0009.3',
  },
  tencentOs4: {
    osImage: 'TencentOS Server 4.4',
    kernelVersion: '6.6.117-45.7.3.tl4.x86_64',
  },
} as const;

/** Taints that TKE puts on a new node until its cloud parts are there. */
export const TKE_STARTUP_TAINTS: readonly Taint[] = [
  {
    key: 'tke.cloud.tencent.com/uninitialized',
    value: 'true',
    effect: 'NoSchedule',
  },
  {
    key: 'tke.cloud.tencent.com/eni-ip-unavailable',
    value: 'true',
    effect: 'NoSchedule',
  },
];

const INSTANCE_ID_PREFIX = { native: 'np', regular: 'ins', super: 'eklet' };

/** Options of {@link buildNode}. */
export type BuildNodeOptions = NodeSeed & {
  name: string;
  /** Distinguishes the addresses of this cluster's nodes: 0 to 65279. */
  index: number;
  /** Whether it starts as a real node does: NotReady, with TKE's taints, until somebody plays TKE. */
  starting: boolean;
  now: string;
};

/**
 * A node that looks like one of TKE's.
 *
 * @remarks
 * Its address is in 127.0.0.0/8 although its name looks like one in a VPC: for logs and exec the API
 * server dials the address, and nothing must ever be sent to a network that is not ours.
 */
export function buildNode(options: BuildNodeOptions): Node {
  const { name, index, kind = 'native', starting } = options;
  const superNode = kind === 'super';
  const ready = superNode || !starting;
  const instanceId = `${INSTANCE_ID_PREFIX[kind]}-${(0x10000000 + index)
    .toString(36)
    .padStart(8, '0')}`;
  const resources = {
    cpu: superNode ? '480' : '4',
    memory: superNode ? '1920Gi' : '16Gi',
    'ephemeral-storage': '100Gi',
    pods: superNode ? '1000' : '61',
    ...(superNode ? {} : { 'tke.cloud.tencent.com/eni-ip': '34' }),
  };
  const taints: Taint[] = [
    ...(superNode
      ? [{ key: 'eks.tke.cloud.tencent.com/eklet', effect: 'NoSchedule' }]
      : []),
    ...(starting && !superNode ? TKE_STARTUP_TAINTS : []),
    ...(options.taints ?? []),
  ];
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'node.kubernetes.io/instance-type': superNode ? 'eklet' : 'S5.LARGE16',
        'topology.kubernetes.io/region': 'gz',
        'topology.kubernetes.io/zone': '100003',
        'cloud.tencent.com/node-instance-id': instanceId,
        ...options.labels,
      },
      annotations: { 'kwok.x-k8s.io/node': 'fake' },
    },
    spec: {
      providerID: `qcloud:///100003/${instanceId}`,
      ...(taints.length > 0 ? { taints } : {}),
    },
    status: {
      capacity: resources,
      allocatable: resources,
      addresses: [
        { type: 'InternalIP', address: loopbackAddress(index) },
        { type: 'Hostname', address: name },
      ],
      nodeInfo: {
        architecture: 'amd64',
        operatingSystem: 'linux',
        bootID: instanceId,
        machineID: instanceId,
        systemUUID: instanceId,
        containerRuntimeVersion: 'containerd://1.6.9-tke.8',
        kubeletVersion: superNode ? 'v2.11.28' : 'v1.34.1-tke.3',
        kubeProxyVersion: '',
        osImage: options.osImage ?? OPERATING_SYSTEMS.tencentOs4.osImage,
        kernelVersion:
          options.kernelVersion ?? OPERATING_SYSTEMS.tencentOs4.kernelVersion,
      },
      conditions: nodeConditions(ready, options.now),
    },
  };
}

/** The conditions that a kubelet reports: before, and after, its node has a network. */
export function nodeConditions(ready: boolean, now: string): Condition[] {
  const times = { lastHeartbeatTime: now, lastTransitionTime: now };
  return [
    {
      type: 'MemoryPressure',
      status: 'False',
      reason: 'KubeletHasSufficientMemory',
      message: 'kubelet has sufficient memory available',
      ...times,
    },
    {
      type: 'DiskPressure',
      status: 'False',
      reason: 'KubeletHasNoDiskPressure',
      message: 'kubelet has no disk pressure',
      ...times,
    },
    {
      type: 'PIDPressure',
      status: 'False',
      reason: 'KubeletHasSufficientPID',
      message: 'kubelet has sufficient PID available',
      ...times,
    },
    ready
      ? {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          message: 'kubelet is posting ready status',
          ...times,
        }
      : {
          type: 'Ready',
          status: 'False',
          reason: 'KubeletNotReady',
          message:
            'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized',
          ...times,
        },
  ];
}

function loopbackAddress(index: number): string {
  return `127.10.${Math.floor(index / 254)}.${(index % 254) + 1}`;
}

/** TKE names nodes after their address in the VPC. */
export function nodeName(index: number): string {
  return `10.10.${Math.floor(index / 250)}.${(index % 250) + 2}`;
}
