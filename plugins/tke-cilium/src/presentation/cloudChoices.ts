import {
  CloudChoice,
  CloudChoiceKind,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** A list longer than this is a list to search in, not to scroll through. */
const MOST_OFFERED = 100;

/** What is wrong with a value: the list does not have it, or nothing more of it can be had. */
export type ChoiceFlaw = 'unknown' | 'full' | 'soldOut';

/** What is wrong with a value of a form, judged by the list that it should come from. */
export function flawOf(
  value: string,
  options: { kind: CloudChoiceKind; choices: readonly CloudChoice[] },
): ChoiceFlaw | undefined {
  const { kind, choices } = options;
  const choice = choices.find(each => each.value === value);
  if (!choice) {
    return 'unknown';
  }
  if (kind === 'subnets' && choice.details?.availableAddresses === 0) {
    return 'full';
  }
  return isSoldOut(choice) ? 'soldOut' : undefined;
}

/** Whether a choice has to be there in every zone that the nodes may be in, or in any of them. */
export function isNeededInEachZone(kind: CloudChoiceKind): boolean {
  // Karpenter takes what a zone has.
  return kind !== 'instance-families';
}

/** What there is to choose from in all zones together, of which each has a list. */
export function choicesOfZones(
  kind: CloudChoiceKind,
  lists: readonly (readonly CloudChoice[])[],
): CloudChoice[] {
  const inEach = isNeededInEachZone(kind);
  const byValue = new Map<string, CloudChoice[]>();
  for (const choice of lists.flat()) {
    const { value } = choice;
    byValue.set(value, [...(byValue.get(value) ?? []), choice]);
  }
  return [...byValue.values()]
    .filter(same => !inEach || same.length === lists.length)
    .map(same => same.find(each => isSoldOut(each) === inEach) ?? same[0])
    .sort((a, b) => Number(isSoldOut(a)) - Number(isSoldOut(b)));
}

function isSoldOut({ details }: CloudChoice): boolean {
  return details?.status === 'sold-out';
}

/** The choices that have every word of a search somewhere, and how many there is no room for. */
export function searchChoices(
  choices: readonly CloudChoice[],
  search: string,
): { offered: CloudChoice[]; more: number } {
  const words = search.toLocaleLowerCase().split(/\s+/);
  const found = choices.filter(({ value, title, details }) => {
    const text = [value, title, ...Object.values(details ?? {})]
      .join(' ')
      .toLocaleLowerCase();
    return words.every(word => text.includes(word));
  });
  return {
    offered: found.slice(0, MOST_OFFERED),
    more: Math.max(0, found.length - MOST_OFFERED),
  };
}
