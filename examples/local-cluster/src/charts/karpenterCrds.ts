import type { KubernetesObject } from '../api/kubernetesObject';
import { readCrds } from './readCrds';
import { upstreamCrds } from './upstreamCrds';

/** What the addon of Karpenter brings: its own CRDs, and the one of TKE's provider. */
export async function karpenterCrds(): Promise<KubernetesObject[]> {
  return [
    ...(await upstreamCrds('karpenter')),
    ...(await readCrds('karpenter')),
  ];
}
