import { DISABLED_NODE_SELECTOR } from '../vocabulary/names';
import { DaemonSetManifest, POD_SPEC } from './daemonSetManifest';
import { jsonPointer, JsonPatchOperation } from './jsonPatch';

const NODE_SELECTOR = [...POD_SPEC, 'nodeSelector'];
const DISABLED_KEY = jsonPointer(...NODE_SELECTOR, DISABLED_NODE_SELECTOR.key);

/**
 * Whether the DaemonSet carries the nodeSelector that no node matches.
 *
 * @public
 */
export function isDisabled(daemonSet: DaemonSetManifest): boolean {
  return disabledValue(daemonSet) === DISABLED_NODE_SELECTOR.value;
}

/**
 * Switches a TKE DaemonSet off: adds a nodeSelector that no node matches and leaves the others alone.
 *
 * @remarks
 * Leaves the same object as the guide's merge patch ("卸载 TKE 组件"). Every change is guarded by a `test`, so
 * that a DaemonSet that somebody changed in between makes the patch fail instead of losing their change.
 *
 * @returns no operations when it is off already
 *
 * @public
 */
export function buildDisablePatch(
  daemonSet: DaemonSetManifest,
): JsonPatchOperation[] {
  if (isDisabled(daemonSet)) {
    return [];
  }
  const nodeSelector = daemonSet.spec?.template?.spec?.nodeSelector;
  if (!nodeSelector) {
    return [
      // RFC 6902 has no "test absent"; the API server's JSON patch takes a missing member for null.
      { op: 'test', path: jsonPointer(...NODE_SELECTOR), value: null },
      {
        op: 'add',
        path: jsonPointer(...NODE_SELECTOR),
        value: { [DISABLED_NODE_SELECTOR.key]: DISABLED_NODE_SELECTOR.value },
      },
    ];
  }
  return [
    { op: 'test', path: jsonPointer(...NODE_SELECTOR), value: nodeSelector },
    { op: 'add', path: DISABLED_KEY, value: DISABLED_NODE_SELECTOR.value },
  ];
}

/**
 * Switches a TKE DaemonSet on again: removes exactly the key that switched it off.
 *
 * @returns no operations when the key is not there
 *
 * @public
 */
export function buildRestorePatch(
  daemonSet: DaemonSetManifest,
): JsonPatchOperation[] {
  const value = disabledValue(daemonSet);
  if (value === undefined) {
    return [];
  }
  return [
    { op: 'test', path: DISABLED_KEY, value },
    { op: 'remove', path: DISABLED_KEY },
  ];
}

function disabledValue(daemonSet: DaemonSetManifest): string | undefined {
  return daemonSet.spec?.template?.spec?.nodeSelector?.[
    DISABLED_NODE_SELECTOR.key
  ];
}
