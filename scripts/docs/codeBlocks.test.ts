import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeBlocks } from './codeBlocks';

const PAGE = `
# Page

\`\`\`sh
yarn start
\`\`\`

## Second

- In a list:

  \`\`\`yaml
  # app-config.yaml
  a: 1
  \`\`\`

\`\`\`ts
// A sentence with src/index.ts in it
\`\`\`

    indented
`;

test('finds the fenced blocks with their section and the file that they name', () => {
  assert.deepEqual(codeBlocks(PAGE), [
    {
      language: 'sh',
      text: 'yarn start',
      file: undefined,
      section: 'Page',
    },
    {
      language: 'yaml',
      text: '# app-config.yaml\na: 1',
      file: 'app-config.yaml',
      section: 'Second',
    },
    {
      language: 'ts',
      text: '// A sentence with src/index.ts in it',
      file: undefined,
      section: 'Second',
    },
  ]);
});
