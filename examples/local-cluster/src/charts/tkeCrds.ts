import type { KubernetesObject } from '../api/kubernetesObject';
import { readCrds } from './readCrds';

/** The CRDs of TKE's native nodes, and kwok's Stage. */
export async function tkeCrds(): Promise<KubernetesObject[]> {
  return readCrds('tke');
}
