/** A value in Helm values. @public */
export type HelmValue =
  | string
  | number
  | boolean
  | null
  | HelmValue[]
  | HelmValues;

/**
 * Helm values: plain data, as parsed from YAML or JSON.
 *
 * @public
 */
export type HelmValues = { [key: string]: HelmValue };

/** Whether a value is a map, as opposed to a scalar, a list or null. */
export function isHelmMap(value: unknown): value is HelmValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A deep copy. `structuredClone` is missing from jsdom, where the frontend's tests run. */
export function copyHelmValue(value: HelmValue): HelmValue {
  if (Array.isArray(value)) {
    return value.map(copyHelmValue);
  }
  if (isHelmMap(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, copyHelmValue(inner)]),
    );
  }
  return value;
}

/** The value at a path, `undefined` when any part of the path is missing or not a map. */
export function getHelmValue(
  values: HelmValues,
  path: readonly string[],
): HelmValue | undefined {
  let current: HelmValue | undefined = values;
  for (const key of path) {
    if (!isHelmMap(current) || !Object.hasOwn(current, key)) {
      return undefined;
    }
    current = current[key];
  }
  return current;
}

/** A path as people write it: `a.b`, with keys that hold a dot in quotes: `nodeSelector."kubernetes.io/os"`. */
export function formatHelmPath(path: readonly string[]): string {
  return path
    .map(key => (key.includes('.') ? JSON.stringify(key) : key))
    .join('.');
}
