import { InstallProfile } from '../profiles/installProfile';
import { buildOptionValues } from './buildOptionValues';
import { HelmValue, HelmValues, isHelmMap } from './helmValues';
import { InstallOptions } from './installOptions';
import { mergeHelmValues } from './mergeHelmValues';
import { helmValuesEqual } from './diffHelmValues';

/** Address under which the agents reach the API server. @public */
export type ApiServerAddress = { host: string; port: number };

/** Input of {@link buildCiliumValues}. @public */
export type CiliumValuesInput = {
  profile: InstallProfile;
  /** From the EndpointSlice of `default/kubernetes`, never from a load balancer. */
  apiServer: ApiServerAddress;
  options?: InstallOptions;
  /** Values documents of the user, in the order of the guide's several `-f`. */
  userValues?: readonly HelmValues[];
};

/**
 * The one values document that Helm gets: profile, options and user values merged in this order.
 *
 * @remarks
 * Everything can be overridden, with one exception: the user's `operator.tolerations` are added to the
 * profile's. Helm replaces lists, and a document that adds one toleration would silently drop the six that let
 * the operator start on a fresh TKE node.
 *
 * @public
 */
export function buildCiliumValues({
  profile,
  apiServer,
  options = {},
  userValues = [],
}: CiliumValuesInput): HelmValues {
  const merged = mergeHelmValues(
    profile.values,
    { k8sServiceHost: apiServer.host, k8sServicePort: apiServer.port },
    buildOptionValues(profile, options),
    ...userValues,
  );
  if (isHelmMap(merged.operator)) {
    merged.operator.tolerations = [profile.values, ...userValues]
      .flatMap(operatorTolerations)
      .reduce<HelmValue[]>(
        (all, next) =>
          all.some(known => helmValuesEqual(known, next))
            ? all
            : [...all, next],
        [],
      );
  }
  return merged;
}

function operatorTolerations(values: HelmValues): HelmValue[] {
  const { operator } = mergeHelmValues(values);
  const tolerations = isHelmMap(operator) ? operator.tolerations : undefined;
  return Array.isArray(tolerations) ? tolerations : [];
}
