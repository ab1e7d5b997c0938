import { CNI_CONFIG } from '../vocabulary/names';
import { findFirstDifference } from './findFirstDifference';
import { buildCniConfigMap } from './cniConfigMap';

/** Outcome of {@link compareCniConfig}. @public */
export type CniConfigComparison = {
  matches: boolean;
  /** What differs, in one sentence. Given when `matches` is false. */
  difference?: string;
};

/**
 * Compares the data of the CNI ConfigMap with the guide's chain, by meaning: white space and the order
 * of keys do not count, the order of plugins does.
 *
 * @param data - `data` of the ConfigMap, `undefined` when it has none
 *
 * @public
 */
export function compareCniConfig(
  data: Record<string, string> | undefined,
): CniConfigComparison {
  const text = data?.[CNI_CONFIG];
  if (text === undefined) {
    const keys = Object.keys(data ?? {});
    return {
      matches: false,
      difference: `The key "${CNI_CONFIG}" is missing${
        keys.length > 0 ? `; there is ${keys.join(', ')}` : ''
      }.`,
    };
  }
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    return {
      matches: false,
      difference: `The key "${CNI_CONFIG}" does not hold JSON: ${
        error instanceof Error ? error.message : error
      }.`,
    };
  }
  const expected: unknown = JSON.parse(buildCniConfigMap().data[CNI_CONFIG]);
  const difference = findFirstDifference(found, expected);
  return difference ? { matches: false, difference } : { matches: true };
}
