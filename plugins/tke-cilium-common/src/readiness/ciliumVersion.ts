import { imageVersion } from '../images/imageVersion';
import { ClusterSnapshot } from '../snapshot/types';
import { CILIUM_WORKLOADS } from '../vocabulary/names';

/** The version of the agent that should run, from the tag of its image, without `v`. */
export function agentVersion(snapshot: ClusterSnapshot): string | undefined {
  const image = agentImage(snapshot);
  return image && imageVersion(image)?.replace(/^v/, '');
}

/** The image of the agent that should run. */
export function agentImage({
  daemonSets,
}: ClusterSnapshot): string | undefined {
  const containers = daemonSets[CILIUM_WORKLOADS.agent]?.containers ?? [];
  const agent =
    containers.find(({ name }) => name === 'cilium-agent') ?? containers[0];
  return agent?.image || undefined;
}
