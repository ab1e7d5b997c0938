import { posix } from 'node:path';

/**
 * Whether an entity comes from one of the places that are trusted.
 *
 * @remarks
 * Origins are what the catalog itself writes into `backstage.io/managed-by-origin-location`: a type
 * and a target, `url:https://github.com/acme/platform/blob/main/catalog-info.yaml`. Whoever
 * registers a location chooses its target, so a path that leads out of the place in a roundabout way
 * is not inside of it.
 *
 * @param origin - the entity's
 * @param trusted - an origin; one that ends in `/` and stands for all below it; or `*` for any
 */
export function isFromOrigin(
  origin: string | undefined,
  trusted: readonly string[],
): boolean {
  if (trusted.includes('*')) {
    return true;
  }
  const place = origin === undefined ? undefined : normalize(origin);
  return (
    place !== undefined &&
    trusted.some(each => {
      const wanted = normalize(each);
      return (
        wanted !== undefined &&
        (wanted.endsWith('/') ? place.startsWith(wanted) : place === wanted)
      );
    })
  );
}

/** @returns `undefined` when it cannot be told where the origin leads */
function normalize(origin: string): string | undefined {
  // An encoded slash, backslash or dot is taken for one by some servers.
  if (/%(2f|5c|2e)/i.test(origin)) {
    return undefined;
  }
  const [, type, target] = /^([^:]+):(.+)$/s.exec(origin) ?? [];
  if (!type) {
    return undefined;
  }
  return `${type}:${
    URL.canParse(target) ? new URL(target).href : posix.normalize(target)
  }`;
}
