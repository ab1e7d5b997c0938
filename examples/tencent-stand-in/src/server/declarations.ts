import { readFileSync } from 'node:fs';

/** A service of the API in one of its versions, for example `tke`, `2018-05-25`. */
export type ServiceVersion = { service: string; version: string };

/** A member of a type: what it is, and whether it may be left out. */
export type Member = { optional: boolean; type: string };

/** The API takes it without those that the SDK's type demands. */
const LENIENT_TYPES = new Set(['InstanceAdvancedSettings']);

const declarations = new Map<string, string>();
const types = new Map<string, Map<string, Member> | undefined>();

/**
 * The members of a type of the SDK, or `undefined` when there is no such type. The SDK's declarations
 * are generated: one member a line, and a brace alone ends a type.
 */
export function membersOf(
  service: ServiceVersion,
  type: string,
): Map<string, Member> | undefined {
  const key = `${service.service} ${service.version} ${type}`;
  if (!types.has(key)) {
    types.set(key, readMembers(service, type));
  }
  return types.get(key);
}

function readMembers(
  service: ServiceVersion,
  type: string,
): Map<string, Member> | undefined {
  const text = declarationsOf(service);
  const start = text.indexOf(`export interface ${type} {`);
  if (start < 0) {
    return undefined;
  }
  const body = text.slice(start, text.indexOf('\n}', start));
  return new Map(
    [...body.matchAll(/^ {4}(\w+)(\??): (.+);$/gm)].map(
      ([, name, mark, memberType]) => [
        name,
        {
          optional: mark === '?' || LENIENT_TYPES.has(type),
          type: memberType,
        },
      ],
    ),
  );
}

function declarationsOf({ service, version }: ServiceVersion): string {
  const folder = `${service}/v${version.replace(/-/g, '')}`;
  let text = declarations.get(folder);
  if (text === undefined) {
    // Of the whole SDK: not all of its packages of single services can be had everywhere.
    const path = require.resolve(
      `tencentcloud-sdk-nodejs/tencentcloud/services/${folder}/${service}_models.d.ts`,
    );
    text = readFileSync(path, 'utf8');
    declarations.set(folder, text);
  }
  return text;
}
