import { Problem } from '../readiness/types';
import { createFinding } from '../preflight/findings';
import { AGENT_NOT_READY_TAINT } from '../vocabulary/names';
import {
  KARPENTER_DISK_TYPES,
  KarpenterNodePoolInput,
} from './karpenterNodePoolInput';

/** A label value and, with dots, an object name (RFC 1123), as NodeClaims are named after the pool. */
const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** Node claims are named after the pool with a suffix of six, and that name is the value of a label (63). */
const MAXIMUM_NAME_LENGTH = 57;
const DURATION = /^(([0-9]+(s|m|h))+|Never)$/;
const LABEL_KEY =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
/** Labels that belong to Karpenter, its provider and the kubelet. */
const RESTRICTED_LABEL =
  /^(([^/]+\.)?karpenter\.sh\/|karpenter\.k8s\.tke\/|kubernetes\.io\/hostname$)/;

/** Limits of the lists of ids, from the provider's CRD. */
const ID_LISTS = [
  { field: 'subnetIds', pattern: /^subnet-[0-9a-z]+$/, maximum: 30 },
  { field: 'securityGroupIds', pattern: /^sg-[0-9a-z]+$/, maximum: 5 },
  { field: 'sshKeyIds', pattern: /^skey-[0-9a-z]+$/, maximum: 30 },
] as const;

/** Ranges of the numbers, from the provider's CRD where it has one. */
const NUMBERS: readonly {
  field: string;
  read: (input: KarpenterNodePoolInput) => number | undefined;
  minimum: number;
  maximum?: number;
}[] = [
  { field: 'minimumCpu', read: input => input.minimumCpu, minimum: 1 },
  { field: 'cpuLimit', read: input => input.cpuLimit, minimum: 1 },
  {
    field: 'systemDisk.size',
    read: input => input.systemDisk?.size,
    minimum: 20,
    maximum: 2048,
  },
  {
    field: 'internetBandwidth',
    read: input => input.internetBandwidth,
    minimum: 1,
    maximum: 100,
  },
];

/**
 * Checks a Karpenter node pool against the limits of the CRDs, before anything is sent.
 *
 * @public
 */
export function checkKarpenterNodePool(
  input: KarpenterNodePoolInput,
): Problem[] {
  return [
    ...explainName(input.name).map(reason => invalid('name', reason)),
    ...ID_LISTS.flatMap(({ field, pattern, maximum }) =>
      explainIds(input[field], pattern, maximum).map(reason =>
        invalid(field, reason),
      ),
    ),
    ...explainFamilies(input.instanceFamilies).map(reason =>
      invalid('instanceFamilies', reason),
    ),
    ...NUMBERS.flatMap(({ field, read, minimum, maximum }) =>
      explainNumber(read(input), minimum, maximum).map(reason =>
        invalid(field, reason),
      ),
    ),
    ...checkDiskType(input),
    ...checkCpu(input),
    ...checkLabels(input.labels ?? {}),
    ...checkTaints(input.taints ?? []),
    ...(input.consolidateAfter && !DURATION.test(input.consolidateAfter)
      ? [
          invalid(
            'consolidateAfter',
            'expected a duration such as 5m, or Never',
          ),
        ]
      : []),
  ];
}

function invalid(field: string, reason: string): Problem {
  return createFinding('node-pool-input-invalid', { field, reason });
}

function explainName(name: string): string[] {
  return NAME.test(name) && name.length <= MAXIMUM_NAME_LENGTH
    ? []
    : [
        `"${name}" is not a name; use up to ${MAXIMUM_NAME_LENGTH} lower-case letters, digits and "-", starting and ending with a letter or digit`,
      ];
}

function explainIds(
  ids: readonly string[],
  pattern: RegExp,
  maximum: number,
): string[] {
  if (ids.length === 0) {
    return ['at least one is needed'];
  }
  if (ids.length > maximum) {
    return [`there are ${ids.length}, and ${maximum} are allowed`];
  }
  return [
    ...ids
      .filter(id => !pattern.test(id))
      .map(id => `"${id}" does not look like ${pattern.source}`),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map(id => `"${id}" is listed twice`),
  ];
}

function explainFamilies(families: readonly string[]): string[] {
  return families.length === 0
    ? ['at least one is needed']
    : families
        .filter(family => !/^[A-Z0-9]+[A-Za-z0-9]*$/.test(family))
        .map(family => `"${family}" is not an instance family such as S5`);
}

function explainNumber(
  value: number | undefined,
  minimum: number,
  maximum = Number.MAX_SAFE_INTEGER,
): string[] {
  if (
    value === undefined ||
    (Number.isInteger(value) && value >= minimum && value <= maximum)
  ) {
    return [];
  }
  return [
    maximum === Number.MAX_SAFE_INTEGER
      ? `${value} is not a whole number of ${minimum} or more`
      : `${value} is not a whole number from ${minimum} to ${maximum}`,
  ];
}

function checkDiskType({ systemDisk }: KarpenterNodePoolInput): Problem[] {
  return systemDisk?.type === undefined ||
    KARPENTER_DISK_TYPES.includes(systemDisk.type)
    ? []
    : [
        invalid(
          'systemDisk.type',
          `"${systemDisk.type}" is not one of ${KARPENTER_DISK_TYPES.join(
            ', ',
          )}`,
        ),
      ];
}

function checkCpu({
  minimumCpu = 2,
  cpuLimit = 100,
}: KarpenterNodePoolInput): Problem[] {
  return cpuLimit < minimumCpu
    ? [
        invalid(
          'cpuLimit',
          `with ${cpuLimit} cores not even one node of ${minimumCpu} cores fits`,
        ),
      ]
    : [];
}

function checkLabels(labels: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(labels).flatMap(([key, value]) => {
    if (RESTRICTED_LABEL.test(key)) {
      return [invalid('labels', `"${key}" is set by Karpenter or the kubelet`)];
    }
    return LABEL_KEY.test(key) && LABEL_VALUE.test(value)
      ? []
      : [invalid('labels', `"${key}=${value}" is not a label`)];
  });
}

function checkTaints(
  taints: NonNullable<KarpenterNodePoolInput['taints']>,
): Problem[] {
  return taints.flatMap(({ key, value = '' }) => {
    if (key === AGENT_NOT_READY_TAINT) {
      return [
        invalid(
          'taints',
          `"${key}" must be a startup taint, which the install profile sets: as a taint it would keep every Pod off for ever`,
        ),
      ];
    }
    return LABEL_KEY.test(key) && LABEL_VALUE.test(value)
      ? []
      : [invalid('taints', `"${key}=${value}" is not a taint`)];
  });
}
