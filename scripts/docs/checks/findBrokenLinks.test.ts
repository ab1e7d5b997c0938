import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { REPOSITORY_ROOT } from '../../repositoryRoot';
import { parseDocument, readDocuments } from './documents';
import { findBrokenLinks } from './findBrokenLinks';

const inRepository = (file: string) =>
  existsSync(path.join(REPOSITORY_ROOT, file));

test('no link of the documentation leads nowhere', () => {
  assert.deepEqual(findBrokenLinks(readDocuments(), inRepository), []);
});

test('finds links that do', () => {
  const documents = [
    parseDocument(
      'docs/a.md',
      [
        '# A heading',
        '# Über: what?',
        '[good](b.md#good), [here](#a-heading), [else](https://example.com/x)',
        '[ours](https://github.com/tke-cilium/tke-cilium/blob/main/docs/b.md#good)',
        '[file](c.md) [heading](b.md#bad) [out](../README.md)',
        // GitHub and MkDocs make different anchors of it.
        '[differs](#über-what)',
      ].join('\n\n'),
    ),
    parseDocument('docs/b.md', '# Good'),
  ];
  const files = ['docs/a.md', 'docs/b.md', 'README.md'];
  assert.deepEqual(
    findBrokenLinks(documents, file => files.includes(file)),
    [
      'docs/a.md: c.md leads to a file that is not there',
      'docs/a.md: b.md#bad leads to a heading that is not there',
      'docs/a.md: ../README.md leads out of docs, where TechDocs does not follow',
      'docs/a.md: #über-what leads to a heading that is not there',
    ],
  );
});

test('every page is in the navigation of TechDocs, and nothing else', () => {
  const { nav } = parse(
    readFileSync(path.join(REPOSITORY_ROOT, 'mkdocs.yml'), 'utf8'),
  );
  assert.deepEqual(
    // Other sites have a colon before the path.
    JSON.stringify(nav)
      .match(/(?<=")[\w/-]+\.md(?=")/g)
      ?.sort(),
    globSync('**/*.md', { cwd: path.join(REPOSITORY_ROOT, 'docs') }).sort(),
  );
});
