import { marked, type Token, type Tokens } from 'marked';

/** A fenced block of code of a page. */
export type CodeBlock = {
  /** The first word after the fence: `ts`, `yaml`, `sh`. */
  language: string;
  text: string;
  /** The file that its first line names in a comment, for example `app-config.yaml`. */
  file?: string;
  /** Heading of the section that it stands in. */
  section: string;
};

/** The fenced blocks of a page of Markdown, in order, those in lists too. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let section = '';
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'heading') {
      section = token.text;
    }
    if (isFenced(token)) {
      blocks.push({
        language: token.lang?.split(/\s/)[0] ?? '',
        text: token.text,
        file: namedFile(token.text),
        section,
      });
    }
  });
  return blocks;
}

function isFenced(token: Token): token is Tokens.Code {
  return token.type === 'code' && token.codeBlockStyle !== 'indented';
}

function namedFile(text: string): string | undefined {
  return /^(?:#|\/\/) ([\w./-]+\.\w+)$/m.exec(text.split('\n')[0])?.[1];
}
