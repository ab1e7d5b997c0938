import type { ApiServerClient } from '../api/ApiServerClient';
import type { KubernetesObject } from '../api/kubernetesObject';
import { collectionPath } from '../api/resources';
import { waitUntil } from '../controlPlane/waitUntil';

type CustomResourceDefinition = KubernetesObject & {
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string }[];
  };
};

/** Registers CRDs, and waits until the API server serves their kinds. */
export async function ensureCrds(
  admin: ApiServerClient,
  crds: KubernetesObject[],
): Promise<void> {
  await Promise.all(crds.map(crd => admin.ensure(crd)));
  await Promise.all(crds.map(crd => served(admin, crd)));
}

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
