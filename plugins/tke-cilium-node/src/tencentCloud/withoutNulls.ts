/**
 * An answer of the API without the members that are `null`. The SDK's types call them optional, and
 * the documentation says of most members that they may be `null`: a default for `undefined` would
 * not take their place.
 */
export function withoutNulls<Answer>(answer: Answer): Answer {
  return strip(answer) as Answer;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(strip);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      member === null ? [] : [[name, strip(member)]],
    ),
  );
}
