/**
 * The anchors that lead to headings wherever the page is read: those that both
 * GitHub and MkDocs make of them. The two treat what is no word differently.
 */
export function anchorsOf(headings: string[]): Set<string> {
  return new Set(
    headings
      .filter(heading => githubAnchor(heading) === mkdocsAnchor(heading))
      .map(githubAnchor),
  );
}

function githubAnchor(heading: string): string {
  return heading
    .toLocaleLowerCase('en-US')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function mkdocsAnchor(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/[-\s]+/g, '-');
}
