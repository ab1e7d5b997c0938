import { HelmValue, HelmValues } from './helmValues';
import { mergeHelmValues } from './mergeHelmValues';

/** A copy of the values with one value set. */
export function setHelmValue(
  values: HelmValues,
  path: readonly string[],
  value: HelmValue,
): HelmValues {
  const nested = path.reduceRight<HelmValue>(
    (inner, key) => ({ [key]: inner }),
    value,
  );
  return mergeHelmValues(values, nested as HelmValues);
}
