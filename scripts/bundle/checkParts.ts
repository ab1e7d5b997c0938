import { alignedTable } from '../alignedTable';
import { limitOf } from './partLimits';
import type { Part } from './pluginParts';

/** What the parts of the plugin weigh, as a table, and what is wrong with that. */
export function checkParts(parts: Part[]): {
  table: string;
  findings: string[];
} {
  const measured = parts
    .map(part => ({
      limit: limitOf(part.sources),
      own: part.ownBytes / 1000,
      withLibraries: (part.ownBytes + part.libraryBytes) / 1000,
      unshared: part.unsharedBytes / 1000,
      part,
    }))
    .sort((a, b) => b.withLibraries - a.withLibraries);
  return {
    table: alignedTable(
      [
        'Loaded for (kB, gzip)',
        'Own',
        'Limit',
        'With libraries',
        'Limit',
        'Libraries only here',
        'Libraries',
      ],
      measured.map(({ limit, own, withLibraries, unshared, part }) => [
        limit.title,
        own.toFixed(1),
        String(limit.own),
        withLibraries.toFixed(1),
        String(limit.withLibraries),
        unshared.toFixed(1),
        part.libraries.join(', ') || '–',
      ]),
    ),
    findings: measured.flatMap(({ limit, own, withLibraries, part }) => [
      ...tooMuch(limit.title, own, limit.own),
      ...tooMuch(
        `${limit.title}, with its libraries,`,
        withLibraries,
        limit.withLibraries,
      ),
      ...part.broughtAlone.map(
        name =>
          `${limit.title} brings ${name}, which nothing else in the app uses: every reader has to fetch it. Is there something lighter?`,
      ),
    ]),
  };
}

function tooMuch(what: string, kilobytes: number, limit: number): string[] {
  return kilobytes > limit
    ? [
        `${what} weighs ${kilobytes.toFixed(
          1,
        )} kB, and may weigh ${limit} kB. ` +
          'Load lazily what is not always needed, or raise the limit in scripts/bundle/partLimits.ts with a reason.',
      ]
    : [];
}
