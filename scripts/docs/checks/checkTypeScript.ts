import path from 'node:path';
import ts from 'typescript';
import { REPOSITORY_ROOT } from '../../repositoryRoot';

/** What a fragment of the backend's index.ts may use. */
const BACKEND = `declare const backend: ReturnType<typeof import('@backstage/backend-defaults').createBackend>;\n`;

/**
 * What the compiler says of blocks of TypeScript, as if each were a file of
 * this repository.
 */
export function checkTypeScript(blocks: string[]): string[] {
  const files = new Map(
    blocks.map((text, index) => [
      path.join(REPOSITORY_ROOT, 'docs', `block${index}.tsx`),
      /^(import|export) /m.test(text) ? text : `${BACKEND}${text}\nexport {};`,
    ]),
  );
  const { options } = ts.parseJsonConfigFileContent(
    {
      ...ts.readConfigFile(
        path.join(REPOSITORY_ROOT, 'tsconfig.json'),
        ts.sys.readFile,
      ).config,
      include: [],
      files: [],
    },
    ts.sys,
    REPOSITORY_ROOT,
  );
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const program = ts.createProgram({
    rootNames: [...files.keys()],
    options: {
      ...options,
      noEmit: true,
      noUnusedLocals: false,
      incremental: false,
      composite: false,
      emitDeclarationOnly: false,
      declaration: false,
    },
    host: {
      ...host,
      fileExists: file => files.has(file) || host.fileExists(file),
      readFile: file => files.get(file) ?? host.readFile(file),
      getSourceFile: (file, version) => {
        const text = files.get(file);
        return text === undefined
          ? host.getSourceFile(file, version)
          : ts.createSourceFile(file, text, version);
      },
    },
  });
  return [...files.keys()]
    .map(file => program.getSourceFile(file))
    .flatMap(source => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ])
    .map(({ file, start = 0, messageText }) => {
      const line = file?.text.slice(start).split('\n')[0] ?? '';
      return `"${line}": ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
}
