/**
 * Texts and objects that were met while facts were made, so that equal ones are kept once. Opaque.
 *
 * @public
 */
export type SharedValues = {
  readonly texts: Map<string, string>;
  /** By their JSON. */
  readonly objects: Map<string, object>;
};

/**
 * Nothing was met yet.
 *
 * @public
 */
export function createSharedValues(): SharedValues {
  return { texts: new Map(), objects: new Map() };
}

/**
 * The value, with each part of it that equals one met before replaced by that one.
 *
 * @remarks
 * Every object of a list is parsed on its own, and so is every image, kernel and taint in it: ten
 * thousand pods held ten thousand copies of the same few words. Nothing that can be seen of the
 * value changes, so facts that are in use may be given too.
 *
 * @param value - plain data
 */
export function shareEqual<Value>(value: Value, shared: SharedValues): Value {
  if (typeof value === 'string') {
    return firstMet(shared.texts, value, value) as Value;
  }
  if (isObject(value)) {
    const parts: Record<string, unknown> = value;
    for (const [key, part] of Object.entries(parts)) {
      const own = shareEqual(part, shared);
      parts[key] = isObject(own)
        ? firstMet(shared.objects, JSON.stringify(own), own)
        : own;
    }
  }
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function firstMet<Value>(
  met: Map<string, Value>,
  key: string,
  value: Value,
): Value {
  const first = met.get(key);
  if (first === undefined) {
    met.set(key, value);
  }
  return first ?? value;
}
