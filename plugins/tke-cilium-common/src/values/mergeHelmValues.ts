import { copyHelmValue, HelmValue, HelmValues, isHelmMap } from './helmValues';

/**
 * Merges values documents in order as Helm merges several `-f` files: maps deeply, everything else
 * (lists too) replaces what was there.
 *
 * @remarks
 * A `null` stays in the result. Helm deletes the chart's default of that key when it meets the null, so
 * dropping it here would bring the default back. {@link applyChartDefaults} shows the outcome.
 *
 * Inputs are not changed, and the result shares nothing with them.
 *
 * @public
 */
export function mergeHelmValues(
  ...documents: readonly HelmValues[]
): HelmValues {
  return documents.reduce<HelmValues>(mergeTwo, {});
}

function mergeTwo(base: HelmValues, overlay: HelmValues): HelmValues {
  const merged = new Map<string, HelmValue>(Object.entries(base));
  for (const [key, value] of Object.entries(overlay)) {
    const existing = merged.get(key);
    merged.set(
      key,
      isHelmMap(value)
        ? mergeTwo(isHelmMap(existing) ? existing : {}, value)
        : copyHelmValue(value),
    );
  }
  // Object.fromEntries defines properties, so that a key named __proto__ stays plain data.
  return Object.fromEntries(merged);
}
