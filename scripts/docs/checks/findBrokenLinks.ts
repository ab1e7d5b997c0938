import path from 'node:path';
import { anchorsOf } from './anchors';
import type { Document } from './documents';

const OURS =
  /^https:\/\/(?:github\.com\/tke-cilium\/tke-cilium\/(?:blob|tree)\/main|raw\.githubusercontent\.com\/tke-cilium\/tke-cilium\/main)\//;

/**
 * Links that lead nowhere: to files that are not there, to headings that are
 * not there, and out of `docs`, where TechDocs does not follow. Links to other
 * sites are not looked at.
 *
 * @param exists - whether the repository has a file or folder
 */
export function findBrokenLinks(
  documents: Document[],
  exists: (file: string) => boolean,
): string[] {
  const anchors = new Map(
    documents.map(({ file, headings }) => [file, anchorsOf(headings)]),
  );
  return documents.flatMap(({ file, links }) =>
    links.flatMap(link => {
      const fault = explain(file, link);
      return fault ? [`${file}: ${link} ${fault}`] : [];
    }),
  );

  function explain(from: string, link: string): string | undefined {
    const own = OURS.test(link);
    if (!own && /^[a-z]+:/.test(link)) {
      return undefined;
    }
    const [target, anchor] = link.replace(OURS, '').split('#');
    const base = own ? '' : path.dirname(from);
    const file = target ? path.join(base, decodeURI(target)) : from;
    if (!exists(file)) {
      return 'leads to a file that is not there';
    }
    if (!own && isUnderDocs(from) && !isUnderDocs(file)) {
      return 'leads out of docs, where TechDocs does not follow';
    }
    return anchor && !anchors.get(file)?.has(anchor)
      ? 'leads to a heading that is not there'
      : undefined;
  }
}

function isUnderDocs(file: string): boolean {
  return file.startsWith(`docs${path.sep}`);
}
