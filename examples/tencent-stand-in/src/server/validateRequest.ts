import { ApiError } from './ApiError';
import { Member, membersOf } from './declarations';

/**
 * Checks a request against the SDK's own type of it, at every depth: no other members, none
 * missing, and each of the right kind.
 *
 * @throws {@link ApiError} `UnknownParameter`, `MissingParameter` or `InvalidParameter`
 */
export function validateRequest(
  version: string,
  action: string,
  request: Record<string, unknown>,
): void {
  // A request without members is declared as `type …Request = null`.
  const members = membersOf(version, `${action}Request`) ?? new Map();
  checkMembers(version, members, '', request);
}

function checkMembers(
  version: string,
  members: ReadonlyMap<string, Member>,
  prefix: string,
  value: Record<string, unknown>,
): void {
  for (const [name, content] of Object.entries(value)) {
    const member = members.get(name);
    if (!member) {
      throw new ApiError(
        'UnknownParameter',
        `The parameter \`${prefix}${name}\` is not recognized.`,
      );
    }
    checkMember(version, member.type, `${prefix}${name}`, content);
  }
  for (const [name, { optional }] of members) {
    if (!optional && value[name] === undefined) {
      throw new ApiError(
        'MissingParameter',
        `The request is missing a required parameter \`${prefix}${name}\`.`,
      );
    }
  }
}

function checkMember(
  version: string,
  type: string,
  path: string,
  content: unknown,
): void {
  if (kindOf(content) !== kindOfType(type)) {
    throw new ApiError(
      'InvalidParameter',
      `The value type of parameter \`${path}\` is not valid.`,
    );
  }
  const item = /^Array<(.+)>$/.exec(type)?.[1];
  if (item) {
    (content as unknown[]).forEach((each, index) =>
      checkMember(version, item, `${path}.${index}`, each),
    );
  } else if (kindOfType(type) === 'object') {
    const members = membersOf(version, type);
    if (members) {
      checkMembers(version, members, `${path}.`, content as never);
    }
  }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

function kindOfType(type: string): string {
  if (type.startsWith('Array<')) {
    return 'array';
  }
  return ['string', 'number', 'boolean'].includes(type) ? type : 'object';
}
