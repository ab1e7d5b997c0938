import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ApiError } from './ApiError';

type Member = { optional: boolean; type: string };

const declarations = new Map<string, string>();

/**
 * Checks a request against the SDK's own type of it: no other members, none missing, and each of
 * the right kind. Members of members are not looked at.
 *
 * @throws {@link ApiError} `UnknownParameter`, `MissingParameter` or `InvalidParameter`
 */
export function validateRequest(
  version: string,
  action: string,
  request: Record<string, unknown>,
): void {
  const members = membersOf(version, action);
  for (const [name, value] of Object.entries(request)) {
    const member = members.get(name);
    if (!member) {
      throw new ApiError(
        'UnknownParameter',
        `The parameter \`${name}\` is not recognized.`,
      );
    }
    if (kindOf(value) !== kindOfType(member.type)) {
      throw new ApiError(
        'InvalidParameter',
        `The value type of parameter \`${name}\` is not valid.`,
      );
    }
  }
  for (const [name, { optional }] of members) {
    if (!optional && request[name] === undefined) {
      throw new ApiError(
        'MissingParameter',
        `The request is missing a required parameter \`${name}\`.`,
      );
    }
  }
}

/** The SDK's declarations are generated: one member a line, and a brace alone ends a type. */
function membersOf(version: string, action: string): Map<string, Member> {
  const text = declarationsOf(version);
  const start = text.indexOf(`export interface ${action}Request {`);
  if (start < 0) {
    // A request without members is declared as `type …Request = null`.
    return new Map();
  }
  const body = text.slice(start, text.indexOf('\n}', start));
  return new Map(
    [...body.matchAll(/^ {4}(\w+)(\??): (.+);$/gm)].map(
      ([, name, mark, type]) => [name, { optional: mark === '?', type }],
    ),
  );
}

function declarationsOf(version: string): string {
  let text = declarations.get(version);
  if (text === undefined) {
    const sdk = dirname(
      require.resolve('tencentcloud-sdk-nodejs-tke/package.json'),
    );
    const folder = `v${version.replace(/-/g, '')}`;
    text = readFileSync(
      join(sdk, 'tencentcloud/services/tke', folder, 'tke_models.d.ts'),
      'utf8',
    );
    declarations.set(version, text);
  }
  return text;
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
