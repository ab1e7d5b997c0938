import type { ApiServerClient } from '../api/ApiServerClient';
import type { KubernetesObject } from '../api/kubernetesObject';
import { collectionPath } from '../api/resources';
import { tkeCrds } from '../charts/tkeCrds';
import { upstreamCrds } from '../charts/upstreamCrds';
import { waitUntil } from '../controlPlane/waitUntil';
import { writeApiServerEndpoints } from './apiServerEndpoints';
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
  const crds = [...(await tkeCrds()), ...(await upstreamCrds('karpenter'))];
  await Promise.all([
    writeApiServerEndpoints(options.etcdUrl, options.clusterId),
    ...crds.map(crd => admin.ensure(crd)),
    ...tkeObjects(options.clusterId, options.seed).map(object =>
      admin.ensure(object),
    ),
    admin.ensure({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: LOCAL_CLUSTER_NAMESPACE },
    }),
  ]);
  await Promise.all(crds.map(crd => served(admin, crd)));
  await Promise.all(kubeletStages().map(stage => admin.ensure(stage)));
}

type CustomResourceDefinition = KubernetesObject & {
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string }[];
  };
};

/** Waits until the API server serves the kind of a CRD. */
async function served(
  admin: ApiServerClient,
  crd: KubernetesObject,
): Promise<void> {
  const { spec } = crd as CustomResourceDefinition;
  const path = collectionPath(
    `${spec.group}/${spec.versions[0].name}`,
    spec.names.kind,
  );
  await waitUntil(
    `The API of ${crd.metadata.name}`,
    async () => (await admin.get(`${path}?limit=1`)) !== undefined,
    { timeoutMilliseconds: 20_000, everyMilliseconds: 30 },
  );
}
