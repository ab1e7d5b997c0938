import {
  CloudChoice,
  CloudChoiceKind,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** A list longer than this is a list to search in, not to scroll through. */
const MOST_OFFERED = 100;

/**
 * What is wrong with a value: the list does not have it, nothing more of it can be had, or it is in a
 * zone that does not do.
 */
export type ChoiceFlaw = 'unknown' | 'full' | 'soldOut' | 'otherZone';

/** What is wrong with a value of a form, judged by the list that it should come from. */
export function flawOf(
  value: string,
  options: {
    kind: CloudChoiceKind;
    choices: readonly CloudChoice[];
    /** The only zones that a subnet may be in. */
    zones?: readonly string[];
  },
): ChoiceFlaw | undefined {
  const { kind, choices, zones } = options;
  const choice = choices.find(each => each.value === value);
  if (!choice) {
    return 'unknown';
  }
  if (kind === 'subnets' && choice.details?.availableAddresses === 0) {
    return 'full';
  }
  if (
    kind === 'subnets' &&
    zones &&
    !zones.includes(String(choice.details?.zone))
  ) {
    return 'otherZone';
  }
  return choice.details?.status === 'sold-out' ? 'soldOut' : undefined;
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
