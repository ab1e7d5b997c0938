import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A member of a type: what it is, and whether it may be left out. */
export type Member = { optional: boolean; type: string };

/**
 * Types of the APIs of private networks, machines and regions, whose SDK packages are not here: written as
 * the SDK's declarations are.
 */
const VPC_AND_CVM_DECLARATIONS = [
  'Vpcs VpcIds string',
  'Subnets SubnetIds string',
  'SecurityGroups SecurityGroupIds string',
  'KeyPairs KeyIds number',
]
  .map(entry => entry.split(' '))
  .map(
    ([name, ids, page]) =>
      `export interface Describe${name}Request {
    ${ids}?: Array<string>;
    Filters?: Array<Filter>;
    Offset?: ${page};
    Limit?: ${page};
}`,
  )
  .concat(
    'export interface DescribeZoneInstanceConfigInfosRequest {\n    Filters?: Array<Filter>;\n}',
    'export interface Filter {\n    Name: string;\n    Values: Array<string>;\n}',
  )
  .join('\n');

const REGION_DECLARATIONS = `export interface DescribeRegionsRequest {
    Product: string;
    Scene?: number;
}`;

/** The API takes it without those that the SDK's type demands. */
const LENIENT_TYPES = new Set(['InstanceAdvancedSettings']);

const declarations = new Map<string, string>([
  ['2017-03-12', VPC_AND_CVM_DECLARATIONS],
  ['2022-06-27', REGION_DECLARATIONS],
]);

/**
 * The members of a type, or `undefined` when there is no such type. The SDK's declarations are
 * generated: one member a line, and a brace alone ends a type.
 */
export function membersOf(
  version: string,
  type: string,
): Map<string, Member> | undefined {
  const text = declarationsOf(version);
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
