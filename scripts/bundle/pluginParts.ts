import type { Chunk } from './Chunk';

/** What is loaded at once of a plugin. */
export type Part = {
  /** Sources of the plugin that are in no other part. */
  sources: string[];
  /** Its own chunk. */
  ownBytes: number;
  /** The other chunks of the `import()` that loads it. A browser fetches those that it does not have. */
  libraryBytes: number;
  /** How much of that no page of another plugin needs. */
  unsharedBytes: number;
  /** Names of the packages in those chunks. */
  libraries: string[];
  /** Packages that are nowhere else in the app. */
  broughtAlone: string[];
};

/**
 * The parts of a plugin in an app.
 *
 * @param isOwn - whether a source belongs to the plugin
 */
export function pluginParts(
  chunks: Chunk[],
  isOwn: (source: string) => boolean,
): Part[] {
  const own = chunks.filter(({ sources }) => sources.some(isOwn));
  const ownIds = new Set(own.map(({ id }) => id));
  const imports = chunks.flatMap(chunk => chunk.imports);
  const isUnshared = ({ id }: Chunk) =>
    imports
      .filter(list => list.includes(id))
      .every(list => list.some(other => ownIds.has(other)));
  const elsewhere = new Set(
    chunks
      .filter(chunk => !ownIds.has(chunk.id) && !isUnshared(chunk))
      .flatMap(packagesOf),
  );
  return own.map(part => {
    const together = new Set(
      imports.filter(list => list.includes(part.id)).flat(),
    );
    const libraries = chunks.filter(
      ({ id }) => together.has(id) && !ownIds.has(id),
    );
    return {
      sources: part.sources.filter(
        source =>
          isOwn(source) &&
          own.every(
            ({ id, sources }) => id === part.id || !sources.includes(source),
          ),
      ),
      ownBytes: part.gzipBytes,
      libraryBytes: sumBytes(libraries),
      unsharedBytes: sumBytes(libraries.filter(isUnshared)),
      libraries: [...new Set(libraries.flatMap(packagesOf))].sort(),
      broughtAlone: [...new Set([part, ...libraries].flatMap(packagesOf))]
        .filter(name => !elsewhere.has(name))
        .sort(),
    };
  });
}

function packagesOf({ sources }: Chunk): string[] {
  return sources.flatMap(source => {
    const [, inPackage] = /.*node_modules\/(.*)/.exec(source) ?? [];
    const [, name] = /^((?:@[^/]+\/)?[^/]+)/.exec(inPackage ?? '') ?? [];
    return name ?? [];
  });
}

function sumBytes(chunks: Chunk[]): number {
  return chunks.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
}
