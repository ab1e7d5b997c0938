import { InstallProfile } from '../profiles/installProfile';
import {
  DaemonSetManifest,
  findMainContainer,
  POD_SPEC,
} from './daemonSetManifest';
import { jsonPointer, JsonPatchOperation } from './jsonPatch';

/**
 * Makes tke-cni-agent remove its CNI configuration from the node when it stops.
 *
 * @remarks
 * For nodes that were there before Cilium. Has to be rolled out before the DaemonSet is switched off: once
 * its nodeSelector matches no node, the pods are gone and nothing runs the hook. Another lifecycle hook of
 * the container is kept; the guide's own patch overwrites it.
 *
 * @param profile - carries the command: the guide's `rm`, or `rm -f`, which does not fail where the
 * file is gone already
 *
 * @returns no operations when the hook is there already
 * @throws Error when there is another preStop hook, or no container that can be meant
 *
 * @public
 */
export function buildPreStopPatch(
  daemonSet: DaemonSetManifest,
  profile: Pick<InstallProfile, 'cniCleanupCommand'>,
): JsonPatchOperation[] {
  const { index, container } = findMainContainer(daemonSet);
  const containerPath = [...POD_SPEC, 'containers', index];
  const lifecyclePath = jsonPointer(...containerPath, 'lifecycle');
  const command = [...profile.cniCleanupCommand];
  const preStop = { exec: { command } };
  const existing = container.lifecycle?.preStop;

  if (existing) {
    if (removesSameFile(existing.exec?.command, command)) {
      return [];
    }
    throw new Error(
      `Container ${container.name} of DaemonSet ${
        daemonSet.metadata?.name
      } already has a preStop hook: ${JSON.stringify(
        existing,
      )}. It was left alone. Add "${command.join(
        ' ',
      )}" to it by hand, or recreate the existing nodes after the install instead.`,
    );
  }
  const testName: JsonPatchOperation = {
    op: 'test',
    path: jsonPointer(...containerPath, 'name'),
    value: container.name,
  };
  if (container.lifecycle) {
    return [
      testName,
      { op: 'test', path: lifecyclePath, value: container.lifecycle },
      { op: 'add', path: `${lifecyclePath}/preStop`, value: preStop },
    ];
  }
  return [
    testName,
    { op: 'test', path: lifecyclePath, value: null },
    { op: 'add', path: lifecyclePath, value: { preStop } },
  ];
}

/** Whether a hook does what the command does: with or without `-f`, the last argument is the file. */
function removesSameFile(
  existing: string[] | undefined,
  command: readonly string[],
): boolean {
  return existing?.[0] === 'rm' && existing.at(-1) === command.at(-1);
}
