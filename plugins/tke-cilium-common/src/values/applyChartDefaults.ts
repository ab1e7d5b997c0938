import { copyHelmValue, HelmValue, HelmValues, isHelmMap } from './helmValues';

/**
 * The values that a chart's templates see: the chart's defaults, overridden by the given values, without
 * the keys that the given values set to `null`.
 *
 * @remarks
 * Follows Helm's coalescing of `values.yaml` with user values. A default that is `null` in the chart itself
 * stays.
 *
 * @public
 */
export function applyChartDefaults(
  values: HelmValues,
  chartDefaults: HelmValues,
): HelmValues {
  const effective = new Map<string, HelmValue>(
    Object.entries(chartDefaults).map(([key, value]) => [
      key,
      copyHelmValue(value),
    ]),
  );
  for (const [key, value] of Object.entries(values)) {
    const fallback = effective.get(key);
    if (value === null) {
      effective.delete(key);
    } else if (isHelmMap(value)) {
      effective.set(
        key,
        applyChartDefaults(value, isHelmMap(fallback) ? fallback : {}),
      );
    } else {
      effective.set(key, copyHelmValue(value));
    }
  }
  return Object.fromEntries(effective);
}
