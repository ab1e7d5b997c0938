import { Member, membersOf, ServiceVersion } from './declarations';

/** Where something differs from the SDK's type of it. */
export type Mismatch = {
  kind: 'Unknown' | 'Missing' | 'Invalid';
  /** For example `Filters.0.Name`. */
  path: string;
  content: unknown;
};

/**
 * Compares something with a type of the SDK, at every depth: no other members, none missing, and each
 * of the right kind.
 */
export function* compareWithType(
  service: ServiceVersion,
  type: string,
  value: object,
  prefix = '',
): Generator<Mismatch> {
  // A request without members is declared as `type …Request = null`.
  const members = membersOf(service, type) ?? new Map<string, Member>();
  const contents = new Map(Object.entries(value));
  for (const [name, content] of contents) {
    const path = `${prefix}${name}`;
    const member = members.get(name);
    if (!member) {
      yield { kind: 'Unknown', path, content };
    } else if (content !== undefined) {
      yield* compareMember(service, member.type, path, content);
    }
  }
  for (const [name, { optional }] of members) {
    if (!optional && contents.get(name) === undefined) {
      yield { kind: 'Missing', path: `${prefix}${name}`, content: undefined };
    }
  }
}

function* compareMember(
  service: ServiceVersion,
  type: string,
  path: string,
  content: unknown,
): Generator<Mismatch> {
  const item = /^Array<(.+)>$/.exec(type)?.[1];
  if (kindOf(content) !== kindOfType(type)) {
    yield { kind: 'Invalid', path, content };
  } else if (item) {
    for (const [index, each] of (content as unknown[]).entries()) {
      yield* compareMember(service, item, `${path}.${index}`, each);
    }
  } else if (membersOf(service, type)) {
    yield* compareWithType(service, type, content as object, `${path}.`);
  }
}

function kindOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'array' : typeof value;
}

function kindOfType(type: string): string {
  if (type.startsWith('Array<')) {
    return 'array';
  }
  return ['string', 'number', 'boolean'].includes(type) ? type : 'object';
}
