import { imageVersion } from '../images/imageVersion';
import { WorkloadFacts } from '../snapshot/types';
import { TKE_DAEMON_SETS } from '../vocabulary/names';

/** Version of tke-eni-agent by its image; `undefined` when the image does not say. */
export function eniAgentVersion(daemonSet: WorkloadFacts): string | undefined {
  const { containers } = daemonSet;
  const container =
    containers.find(({ name }) => name === TKE_DAEMON_SETS.eniAgent) ??
    (containers.length === 1 ? containers[0] : undefined);
  return container && imageVersion(container.image);
}
