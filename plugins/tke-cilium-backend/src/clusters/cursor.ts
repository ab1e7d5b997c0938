import { InputError } from '@backstage/errors';
import { isClusterId } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** Marks where a page ended. Opaque to the caller. */
export function encodeCursor(lastClusterId: string): string {
  return Buffer.from(lastClusterId).toString('base64url');
}

/**
 * @returns the last cluster of the page before
 * @throws InputError when it is not what {@link encodeCursor} makes
 */
export function decodeCursor(cursor: string): string {
  const clusterId = Buffer.from(cursor, 'base64url').toString();
  if (!isClusterId(clusterId)) {
    throw new InputError(
      'cursor: is not the nextCursor of an earlier answer. Leave it out to get the first page.',
    );
  }
  return clusterId;
}
