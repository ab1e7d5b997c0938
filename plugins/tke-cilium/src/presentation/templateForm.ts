import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ACCOUNT_ANNOTATION } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Template } from './curingTemplate';

/**
 * What is filled in already in the form of a template about a cluster.
 *
 * @remarks
 * Native and regular nodes come through the Tencent Cloud API. Of a cluster whose account nobody
 * named, Karpenter is the one kind of pool that can be made.
 */
export function templateForm(
  template: Template,
  cluster: Entity,
): Record<string, string> {
  const hasAccount = Boolean(
    cluster.metadata.annotations?.[ACCOUNT_ANNOTATION],
  );
  return {
    cluster: stringifyEntityRef(cluster),
    ...(template === 'tke-nodepool' && !hasAccount && { kind: 'karpenter' }),
  };
}
