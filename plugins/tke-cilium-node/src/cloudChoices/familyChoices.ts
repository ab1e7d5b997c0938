import type { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import type { Asked } from './CloudChoiceQuery';
import { compareTexts } from './compareChoices';
import { createChoice } from './createChoice';
import { readInstanceTypes } from './machineChoices';

/** The families of the machine types of the region or of one zone. */
export async function readInstanceFamilies(
  asked: Asked,
  place: { zone?: string },
): Promise<CloudChoice[]> {
  return toInstanceFamilyChoices(await readInstanceTypes(asked, place));
}

/**
 * One choice for each family, with the zones that sell any of its types, and how many cores those
 * have. By name; families of which every type is sold out last.
 */
export function toInstanceFamilyChoices(
  types: readonly CloudChoice[],
): CloudChoice[] {
  const byFamily = new Map<string, CloudChoice[]>();
  for (const type of types) {
    const family = String(type.details?.family);
    byFamily.set(family, [...(byFamily.get(family) ?? []), type]);
  }
  return Array.from(byFamily, ([family, members]) =>
    toInstanceFamily(family, members),
  ).sort(
    (a, b) =>
      Number(isSoldOut(a)) - Number(isSoldOut(b)) ||
      compareTexts(a.value, b.value),
  );
}

function toInstanceFamily(
  family: string,
  types: readonly CloudChoice[],
): CloudChoice {
  const sold = types.filter(type => !isSoldOut(type));
  const cores = (sold.length > 0 ? sold : types).map(({ details }) =>
    Number(details?.cpu),
  );
  const zones = new Set(
    sold.flatMap(({ details }) => String(details?.zones).split(', ')),
  );
  return createChoice(family, types[0].title, {
    minimumCpu: Math.min(...cores),
    maximumCpu: Math.max(...cores),
    zones: [...zones].sort(compareTexts).join(', '),
    status: sold.length > 0 ? undefined : 'sold-out',
  });
}

function isSoldOut({ details }: CloudChoice): boolean {
  return details?.status === 'sold-out';
}
