import { useEntity } from '@backstage/plugin-catalog-react';
import { CLUSTER_ID_ANNOTATION } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** The id of the cluster that the entity on this page stands for, if it says so. */
export function useClusterId(): string | undefined {
  const { entity } = useEntity();
  return entity.metadata.annotations?.[CLUSTER_ID_ANNOTATION] || undefined;
}
