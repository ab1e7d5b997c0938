import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A setting, as a `config.d.ts` declares it. */
export type Setting = {
  /** For example `tkeCilium.clusters[].id`. */
  path: string;
  type: string;
  required: boolean;
  secret: boolean;
  description: string;
};

/** The settings that `interface Config` of a `config.d.ts` declares, in its order. */
export function readConfiguration(file: string): Setting[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const config = source.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === 'Config',
  );
  if (!config) {
    throw new Error(`${file} declares no interface Config`);
  }
  return readMembers(config.members, '');
}

function readMembers(
  members: ts.NodeArray<ts.TypeElement>,
  prefix: string,
): Setting[] {
  return members.filter(ts.isPropertySignature).flatMap(member => {
    const path = `${prefix}${member.name.getText()}`;
    const { fields, list } = readType(member.type);
    const nested = fields
      ? readMembers(fields, `${path}${list ? '[]' : ''}.`)
      : [];
    const setting = {
      path,
      type: fields ? (list && 'list') || 'map' : typeText(member.type),
      required: !member.questionToken,
      secret: ts
        .getJSDocTags(member)
        .some(tag => /^secret/.test(`${tag.comment}`)),
      description: describe(member),
    };
    // A map without a word about it only leads to what is in it.
    return nested.length && !setting.description
      ? nested
      : [setting, ...nested];
  });
}

function readType(type: ts.TypeNode | undefined): {
  fields?: ts.NodeArray<ts.TypeElement>;
  list: boolean;
} {
  if (type && ts.isTypeLiteralNode(type)) {
    return { fields: type.members, list: false };
  }
  const element = type && listElement(type);
  return element && ts.isTypeLiteralNode(element)
    ? { fields: element.members, list: true }
    : { list: false };
}

function listElement(type: ts.TypeNode): ts.TypeNode | undefined {
  return ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Array'
    ? type.typeArguments?.[0]
    : undefined;
}

function typeText(type: ts.TypeNode | undefined): string {
  return (type?.getText() ?? '').replace(/\s+/g, ' ').replace(/^\| /, '');
}

function describe(member: ts.PropertySignature): string {
  return ts
    .getJSDocCommentsAndTags(member)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
