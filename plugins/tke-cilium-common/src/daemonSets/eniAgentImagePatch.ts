import {
  formatImageReference,
  parseImageReference,
} from '../images/imageReference';
import { MINIMUM_ENI_AGENT_VERSION } from '../vocabulary/names';
import { compareVersions, isAtLeast, parseVersion } from '../versions/version';
import {
  DaemonSetManifest,
  findMainContainer,
  POD_SPEC,
} from './daemonSetManifest';
import { jsonPointer, JsonPatchOperation } from './jsonPatch';

const TAG = /^\w[\w.-]{0,127}$/;

/**
 * Gives tke-eni-agent the image of another version: same repository, new tag, no digest.
 *
 * @param version - the tag to set, for example `v3.8.0-rc.0` of the guide; its `v` may be left out
 *
 * @returns no operations when the agent has this version or a newer one: it is never downgraded
 * @throws Error when `version` is too old to be of use or not a tag, or when the running version cannot be
 * told from the image
 *
 * @public
 */
export function buildEniAgentImagePatch(
  daemonSet: DaemonSetManifest,
  version: string,
): JsonPatchOperation[] {
  const { index, container } = findMainContainer(daemonSet);
  if (!TAG.test(version) || !isAtLeast(version, MINIMUM_ENI_AGENT_VERSION)) {
    throw new Error(
      `tke-eni-agent cannot be set to "${version}": expected an image tag of version ${MINIMUM_ENI_AGENT_VERSION} or newer, for example v${MINIMUM_ENI_AGENT_VERSION}.`,
    );
  }
  const image = container.image ?? '';
  const current = parseImageReference(image);
  if (!current.tag || !parseVersion(current.tag)) {
    throw new Error(
      `The version of tke-eni-agent cannot be told from its image "${image}", so it could be a downgrade. Upgrade the addon eniipamd instead.`,
    );
  }
  if (compareVersions(current.tag, version) >= 0) {
    return [];
  }
  const containerPath = [...POD_SPEC, 'containers', index];
  const imagePath = jsonPointer(...containerPath, 'image');
  return [
    {
      op: 'test',
      path: jsonPointer(...containerPath, 'name'),
      value: container.name,
    },
    { op: 'test', path: imagePath, value: image },
    {
      op: 'replace',
      path: imagePath,
      value: formatImageReference({
        repository: current.repository,
        tag: spellLike(current.tag, version),
      }),
    },
  ];
}

/** Images of one repository spell their tags alike: `3.8.3` beside `v3.7.5` would not be found. */
function spellLike(tag: string, version: string): string {
  return /^v\d/.test(tag) && /^\d/.test(version) ? `v${version}` : version;
}
