import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { marked, type Token } from 'marked';
import { REPOSITORY_ROOT } from '../../repositoryRoot';

/** A page of Markdown of this repository. */
export type Document = {
  /** Path in the repository. */
  file: string;
  markdown: string;
  headings: string[];
  /** Targets of its links and images. */
  links: string[];
};

/** Every page that people read: the documentation and the READMEs. */
export function readDocuments(): Document[] {
  return globSync(['*.md', 'docs/**/*.md', '{plugins,examples}/*/README.md'], {
    cwd: REPOSITORY_ROOT,
  })
    .sort()
    .map(file =>
      parseDocument(
        file,
        readFileSync(path.join(REPOSITORY_ROOT, file), 'utf8'),
      ),
    );
}

/** A page with what it is checked for. */
export function parseDocument(file: string, markdown: string): Document {
  const headings: string[] = [];
  const links: string[] = [];
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'heading') {
      headings.push(token.text);
    } else if (token.type === 'link' || token.type === 'image') {
      links.push(token.href);
    }
  });
  return { file, markdown, headings, links };
}
