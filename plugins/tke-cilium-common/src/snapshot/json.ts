/** Reading of values whose shape nobody vouches for: the objects of somebody else's API server. */

export type JsonObject = Record<string, unknown>;

/** The value as an object with keys; `{}` when it is anything else. */
export function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}

/** The value at a path of keys, or `undefined` as soon as a key is missing. */
export function valueAt(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((parent, key) => objectOf(parent)[key], value);
}

/** The objects in the list at a path; `[]` when there is no list. */
export function listAt(value: unknown, ...path: string[]): JsonObject[] {
  const list = valueAt(value, ...path);
  return Array.isArray(list) ? list.map(objectOf) : [];
}

/** The non-empty string at a path. */
export function textAt(value: unknown, ...path: string[]): string | undefined {
  const text = valueAt(value, ...path);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The number at a path. */
export function numberAt(
  value: unknown,
  ...path: string[]
): number | undefined {
  const number = valueAt(value, ...path);
  return typeof number === 'number' ? number : undefined;
}

/** The strings in the list at a path. */
export function textsAt(value: unknown, ...path: string[]): string[] {
  const list = valueAt(value, ...path);
  return Array.isArray(list)
    ? list.filter((item): item is string => typeof item === 'string')
    : [];
}

/** The string values of the object at a path. */
export function textMapAt(
  value: unknown,
  ...path: string[]
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(objectOf(valueAt(value, ...path))).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** The condition of that type in `status.conditions`. */
export function conditionOf(
  value: unknown,
  type: string,
): JsonObject | undefined {
  return listAt(value, 'status', 'conditions').find(
    condition => condition.type === type,
  );
}
