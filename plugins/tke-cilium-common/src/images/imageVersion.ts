import { parseVersion } from '../versions/version';
import { parseImageReference } from './imageReference';

/**
 * The tag of an image when it is a version, as it is written there, for example `v3.8.3`.
 *
 * @returns `undefined` for a tag like `latest`, a digest alone, and for what is no image reference: the API
 * server accepts any text as an image, and rules must not fail on it
 *
 * @public
 */
export function imageVersion(image: string): string | undefined {
  try {
    const { tag } = parseImageReference(image);
    return tag && parseVersion(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}
