/** The first place where two JSON values differ, as a sentence; `undefined` when they are equal. */
export function findFirstDifference(
  found: unknown,
  expected: unknown,
  path = '',
): string | undefined {
  if (isCollection(found) && isCollection(expected)) {
    if (Array.isArray(found) !== Array.isArray(expected)) {
      return describe(path, found, expected);
    }
    const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
    for (const key of keys) {
      const difference = findFirstDifference(
        ownValue(found, key),
        ownValue(expected, key),
        Array.isArray(expected) ? `${path}[${key}]` : joinPath(path, key),
      );
      if (difference) {
        return difference;
      }
    }
    return undefined;
  }
  return found === expected ? undefined : describe(path, found, expected);
}

function isCollection(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function ownValue(collection: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(collection, key) ? collection[key] : undefined;
}

function joinPath(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}

function describe(path: string, found: unknown, expected: unknown): string {
  const place = path || 'The document';
  if (expected === undefined) {
    return `${place} is ${JSON.stringify(found)} and should not be there.`;
  }
  const state =
    found === undefined ? 'is missing' : `is ${JSON.stringify(found)}`;
  return `${place} ${state}; expected ${JSON.stringify(expected)}.`;
}
