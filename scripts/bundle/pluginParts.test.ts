import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Chunk } from './Chunk';
import { pluginParts } from './pluginParts';

const chunk = (id: string, rest: Partial<Chunk>): Chunk => ({
  id,
  gzipBytes: 100,
  sources: [],
  imports: [],
  ...rest,
});

const APP = [
  chunk('main', {
    sources: ['app/src/index.tsx', 'plugins/ours/plugin.tsx'],
    imports: [
      ['shared', 'unshared', 'card'],
      ['shared', 'other'],
    ],
  }),
  chunk('card', {
    sources: ['plugins/ours/Card.tsx', 'plugins/ours/texts.ts'],
    imports: [['chinese']],
  }),
  chunk('chinese', { sources: ['plugins/ours/chinese.ts'] }),
  chunk('shared', { sources: ['node_modules/@backstage/ui/dist/Text.js'] }),
  chunk('unshared', {
    sources: [
      'node_modules/@backstage/ui/dist/Table.js',
      'node_modules/heavy/node_modules/heavier/index.js',
    ],
  }),
  chunk('other', { sources: ['plugins/theirs/Page.tsx'] }),
];

function partWith(source: string) {
  const part = pluginParts(APP, each => each.startsWith('plugins/ours/')).find(
    ({ sources }) => sources.includes(source),
  );
  assert.ok(part);
  return part;
}

test('a part has its own chunk, and those that are fetched with it', () => {
  const card = partWith('plugins/ours/Card.tsx');
  assert.equal(card.ownBytes, 100);
  assert.equal(card.libraryBytes, 200);
  assert.deepEqual(card.libraries, ['@backstage/ui', 'heavier']);
});

test('a chunk that another page needs too is shared', () => {
  assert.equal(partWith('plugins/ours/Card.tsx').unsharedBytes, 100);
});

test('a package that is nowhere else in the app is brought by the part', () => {
  assert.deepEqual(partWith('plugins/ours/Card.tsx').broughtAlone, ['heavier']);
});

test('what a part loads later is a part of its own', () => {
  const chinese = partWith('plugins/ours/chinese.ts');
  assert.equal(chinese.libraryBytes, 0);
  assert.equal(partWith('plugins/ours/plugin.tsx').libraryBytes, 0);
});
