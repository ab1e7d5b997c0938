import { InstallProfile } from '../profiles/installProfile';
import { ClusterSnapshot } from '../snapshot/types';

/**
 * Whether the TKE components have to be switched off before or after Helm runs.
 *
 * @remarks
 * As the profile says, except where there are nodes: they keep the guide's order, last. A node may
 * lose TKE's CNI configuration only after it has that of Cilium, else it could start no Pod.
 *
 * @public
 */
export function chooseDisableOrder(
  profile: InstallProfile,
  snapshot: ClusterSnapshot,
): InstallProfile['disableTkeComponents'] {
  return snapshot.nodes.some(({ kind }) => kind !== 'super')
    ? 'after-install'
    : profile.disableTkeComponents;
}
