/**
 * The parts of a DaemonSet that the patches read. Pass the object as the API server gave it.
 *
 * @public
 */
export type DaemonSetManifest = {
  metadata?: { name?: string };
  spec?: {
    template?: {
      spec?: {
        nodeSelector?: Record<string, string>;
        containers?: ContainerManifest[];
      };
    };
  };
};

/** The parts of a container that the patches read. @public */
export type ContainerManifest = {
  name: string;
  image?: string;
  lifecycle?: {
    preStop?: { exec?: { command?: string[] } } & Record<string, unknown>;
  } & Record<string, unknown>;
};

/** Where the pod template's spec is. */
export const POD_SPEC = ['spec', 'template', 'spec'] as const;

/** A container with its place in the list. */
export type PlacedContainer = { index: number; container: ContainerManifest };

/**
 * The container that a DaemonSet is named after.
 *
 * @remarks
 * The guide patches the first container, but DataPlaneV2 puts Cilium beside tke-eni-agent and the order is
 * no contract. The container names of TKE's DaemonSets are known at third hand only: a single container is
 * taken whatever its name, and the patch then tests that name.
 *
 * @throws Error that names the containers when none can be meant
 */
export function findMainContainer(
  daemonSet: DaemonSetManifest,
): PlacedContainer {
  const name = daemonSet.metadata?.name ?? '';
  const containers = daemonSet.spec?.template?.spec?.containers ?? [];
  const named = containers.findIndex(container => container.name === name);
  const index = named < 0 && containers.length === 1 ? 0 : named;
  if (index < 0) {
    throw new Error(
      `DaemonSet ${name} has no container named ${name}; it has ${
        containers.map(container => container.name).join(', ') || 'none'
      }. It was changed, or belongs to another TKE version: check it by hand, nothing was patched.`,
    );
  }
  return { index, container: containers[index] };
}
