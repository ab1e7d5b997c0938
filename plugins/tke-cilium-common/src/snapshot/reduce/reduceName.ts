import { textAt } from '../json';

const NETWORK_GROUPS = [
  'cilium.io',
  'karpenter.sh',
  'karpenter.k8s.tke',
  'node.tke.cloud.tencent.com',
];

/** The object's name. */
export function reduceName(object: unknown): string | undefined {
  return textAt(object, 'metadata', 'name');
}

/** The CRD's name; `undefined` when its group has nothing to do with Cilium or node pools. */
export function reduceCustomResourceDefinition(
  object: unknown,
): string | undefined {
  const name = reduceName(object);
  const group = name?.slice(name.indexOf('.') + 1);
  return group && NETWORK_GROUPS.includes(group) ? name : undefined;
}
