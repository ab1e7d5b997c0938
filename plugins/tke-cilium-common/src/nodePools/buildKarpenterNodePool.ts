import { AGENT_NOT_READY_TAINT } from '../vocabulary/names';
import { KarpenterNodePoolInput } from './karpenterNodePoolInput';

/** Annotation of a NodePool's template whose value becomes annotations of the machines: `k=v,k2=v2`. */
const MACHINE_ANNOTATIONS = 'beta.karpenter.k8s.tke.machine.spec/annotations';

/** A Kubernetes object as it is sent to the API server. @public */
export type KarpenterManifest = {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: Record<string, unknown>;
};

/** The two objects of a Karpenter node pool. @public */
export type KarpenterNodePoolManifests = {
  /** `karpenter.sh/v1`, `NodePool`. */
  nodePool: KarpenterManifest;
  /** `karpenter.k8s.tke/v1beta1`, `TKEMachineNodeClass`. */
  nodeClass: KarpenterManifest;
};

/**
 * The NodePool and TKEMachineNodeClass of the guide ("新建 Karpenter 节点池") for the given input.
 *
 * @remarks
 * The startup taint has to be declared here although Cilium's operator sets it by itself: Karpenter does
 * not know the taint and would take a node that carries it for one that cannot host the pending Pods,
 * and make another. It has no value, as the one that the operator sets.
 *
 * @public
 */
export function buildKarpenterNodePool(
  input: KarpenterNodePoolInput,
): KarpenterNodePoolManifests {
  return { nodePool: buildNodePool(input), nodeClass: buildNodeClass(input) };
}

function buildNodePool(input: KarpenterNodePoolInput): KarpenterManifest {
  const { machineAnnotations, startupTaint } = input.profile.nodePools;
  return {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name: input.name },
    spec: {
      disruption: {
        consolidationPolicy: 'WhenEmptyOrUnderutilized',
        consolidateAfter: input.consolidateAfter ?? '5m',
        budgets: [{ nodes: '10%' }],
      },
      template: {
        metadata: {
          annotations: {
            [MACHINE_ANNOTATIONS]: Object.entries(machineAnnotations)
              .map(([key, value]) => `${key}=${value}`)
              .join(','),
          },
          ...(hasEntries(input.labels) && { labels: { ...input.labels } }),
        },
        spec: {
          requirements: buildRequirements(input),
          nodeClassRef: {
            group: 'karpenter.k8s.tke',
            kind: 'TKEMachineNodeClass',
            name: input.name,
          },
          ...(input.taints?.length && {
            taints: input.taints.map(taint => ({ ...taint })),
          }),
          ...(startupTaint && {
            startupTaints: [
              { key: AGENT_NOT_READY_TAINT, effect: 'NoSchedule' },
            ],
          }),
        },
      },
      limits: { cpu: input.cpuLimit ?? 100 },
    },
  };
}

function buildRequirements(input: KarpenterNodePoolInput): object[] {
  const within = (key: string, values: readonly string[]) => ({
    key,
    operator: 'In',
    values: [...values],
  });
  return [
    within('kubernetes.io/arch', ['amd64']),
    within('kubernetes.io/os', ['linux']),
    within('karpenter.k8s.tke/instance-family', input.instanceFamilies),
    within('karpenter.sh/capacity-type', [input.capacityType ?? 'on-demand']),
    {
      key: 'karpenter.k8s.tke/instance-cpu',
      operator: 'Gt',
      values: [String((input.minimumCpu ?? 2) - 1)],
    },
  ];
}

function buildNodeClass(input: KarpenterNodePoolInput): KarpenterManifest {
  const terms = (ids: readonly string[]) => ids.map(id => ({ id }));
  return {
    apiVersion: 'karpenter.k8s.tke/v1beta1',
    kind: 'TKEMachineNodeClass',
    metadata: { name: input.name },
    spec: {
      subnetSelectorTerms: terms(input.subnetIds),
      securityGroupSelectorTerms: terms(input.securityGroupIds),
      sshKeySelectorTerms: terms(input.sshKeyIds),
      ...(input.systemDisk && { systemDisk: { ...input.systemDisk } }),
      ...(input.internetBandwidth && {
        internetAccessible: { maxBandwidthOut: input.internetBandwidth },
      }),
    },
  };
}

function hasEntries(record: Record<string, string> | undefined): boolean {
  return record !== undefined && Object.keys(record).length > 0;
}
