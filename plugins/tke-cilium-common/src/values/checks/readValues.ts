import { getHelmValue, HelmValue, HelmValues } from '../helmValues';

/** The value at a dotted path; the chart's default when the values do not set it. */
export function valueAt(
  values: HelmValues,
  path: string,
  chartDefault?: HelmValue,
): HelmValue | undefined {
  return getHelmValue(values, path.split('.')) ?? chartDefault;
}

/** Whether a switch is on. The chart takes `true` and `"true"` alike. */
export function isOn(
  values: HelmValues,
  path: string,
  chartDefault = false,
): boolean {
  return String(valueAt(values, path, chartDefault)) === 'true';
}

/** A value as people read it in a message. */
export function display(value: HelmValue | undefined): string {
  return value === undefined ? 'not set' : JSON.stringify(value);
}
