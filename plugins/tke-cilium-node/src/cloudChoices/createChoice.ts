import type { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** One thing to choose, without a title that says nothing and without details that are not known. */
export function createChoice(
  value: string,
  title: string | undefined,
  details: Record<string, string | number | undefined> = {},
): CloudChoice {
  const known = Object.entries(details).filter(
    (entry): entry is [string, string | number] =>
      entry[1] !== undefined && entry[1] !== '',
  );
  return {
    value,
    ...(title && title !== value && { title }),
    ...(known.length > 0 && { details: Object.fromEntries(known) }),
  };
}
