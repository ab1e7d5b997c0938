import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Chunk } from './Chunk';

/** A list of chunks as rspack writes it: `e.e("12"),e.e("34")`. */
const IMPORT = /(?:[\w$]+\.e\("[^"]+"\),?)+/g;

/**
 * Reads the chunks of an app that `backstage-cli package build` has built.
 *
 * @param folder - `dist` of the app
 * @remarks
 * What Rspack writes about a build with `--stats` says the same, but takes 200 MB, and longer than
 * the build.
 */
export async function readChunks(folder: string): Promise<Chunk[]> {
  const files = path.join(folder, 'static');
  const names = await readdir(files);
  return Promise.all(
    names
      .filter(name => name.endsWith('.js'))
      .map(async name => {
        const [id] = name.split('.');
        const script = await readFile(path.join(files, name));
        const styles = names.filter(
          other => other.startsWith(`${id}.`) && other.endsWith('.css'),
        );
        const contents = [
          script,
          ...(await Promise.all(
            styles.map(style => readFile(path.join(files, style))),
          )),
        ];
        return {
          id,
          gzipBytes: contents.reduce(
            (sum, content) => sum + gzipSync(content).length,
            0,
          ),
          // A chunk without any code has none.
          sources: names.includes(`${name}.map`)
            ? await readSources(path.join(files, `${name}.map`))
            : [],
          imports: readImports(script.toString('utf8')),
        };
      }),
  );
}

function readImports(script: string): string[][] {
  return [...script.matchAll(IMPORT)].map(([list]) =>
    [...list.matchAll(/"([^"]+)"/g)].map(([, id]) => id),
  );
}

async function readSources(sourceMap: string): Promise<string[]> {
  const { sources }: { sources: string[] } = JSON.parse(
    await readFile(sourceMap, 'utf8'),
  );
  // "webpack://app/../../plugins/x/src/y.css?882f"
  return sources.map(source =>
    source.replace(/^webpack:\/\/[^/]*\/(\.\.\/)*/, '').replace(/\?.*$/, ''),
  );
}
