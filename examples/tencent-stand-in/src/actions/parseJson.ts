import { ApiError } from '../server/ApiError';

/** Members of an object that is JSON in a string, each with what it is. */
export type Members = {
  readonly [name: string]: 'string' | 'number' | 'array' | 'object' | Members;
};

/**
 * Reads a parameter that is JSON in a string: the declarations of the SDK do not tell what is in it.
 *
 * @throws {@link ApiError} of the code for what is no JSON, has other members or of another kind
 */
export function parseJson<T>(
  name: string,
  text: string,
  members: Members | 'object',
  code: string,
): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiError(code, `${name} is not JSON`);
  }
  check(name, value, members, code);
  return value as T;
}

function check(
  path: string,
  value: unknown,
  expected: Members[string],
  code: string,
): void {
  const kind = typeof expected === 'string' ? expected : 'object';
  if (kindOf(value) !== kind) {
    throw new ApiError(code, `${path} is not of the kind ${kind}`);
  }
  if (typeof expected === 'string') {
    return;
  }
  for (const [member, content] of Object.entries(value as object)) {
    if (!Object.hasOwn(expected, member)) {
      throw new ApiError(code, `${path}.${member} is not recognized`);
    }
    check(`${path}.${member}`, content, expected[member], code);
  }
}

function kindOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'array' : typeof value;
}
