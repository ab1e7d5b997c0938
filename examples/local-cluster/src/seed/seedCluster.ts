import type { ApiServerClient } from '../api/ApiServerClient';
import { karpenterCrds } from '../charts/karpenterCrds';
import { tkeCrds } from '../charts/tkeCrds';
import { writeApiServerEndpoints } from './apiServerEndpoints';
import { ensureCrds } from './ensureCrds';
import { kubeletStages } from './stages';
import { tkeObjects } from './tkeObjects';
import type { SeedOptions } from './types';

/** Namespace of what belongs to the local cluster itself and has no counterpart on TKE. */
export const LOCAL_CLUSTER_NAMESPACE = 'local-cluster';

/** Makes a fresh control plane look like a TKE cluster without nodes. */
export async function seedCluster(
  admin: ApiServerClient,
  options: { clusterId: string; etcdUrl: string; seed: SeedOptions },
): Promise<void> {
  const { karpenter = true } = options.seed;
  const crds = [
    ...(await tkeCrds()),
    ...(karpenter ? await karpenterCrds() : []),
  ];
  await Promise.all([
    writeApiServerEndpoints(options.etcdUrl, options.clusterId),
    ensureCrds(admin, crds),
    ...tkeObjects(options.clusterId, options.seed).map(object =>
      admin.ensure(object),
    ),
    admin.ensure({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: LOCAL_CLUSTER_NAMESPACE },
    }),
  ]);
  await Promise.all(kubeletStages().map(stage => admin.ensure(stage)));
}
