import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderTable } from './renderTable';

test('a row says what both need, the ratio, and whether the target is met', () => {
  const table = renderTable([
    {
      work: 'Change',
      at: '1 node',
      unit: 's',
      peer: 7.6,
      ours: 0.1,
      target: 1,
    },
    { work: 'Burst', at: '1 node', unit: '', ours: 12 },
    { work: 'Memory', at: '1 node', unit: 'MiB', ours: 2, target: 1 },
  ]);
  assert.equal(
    table,
    [
      '| Work   | At     | Peer  | Ours  | Ratio | Target  |         |',
      '| ------ | ------ | ----- | ----- | ----- | ------- | ------- |',
      '| Change | 1 node | 7.6 s | 0.1 s | 76×   | ≤ 1 s   | met     |',
      '| Burst  | 1 node | –     | 12    | –     | –       |         |',
      '| Memory | 1 node | –     | 2 MiB | –     | ≤ 1 MiB | NOT MET |',
    ].join('\n'),
  );
});

test('nothing at all is infinitely better, and meets a target of 0', () => {
  const table = renderTable([
    { work: 'Requests', at: '', unit: '', peer: 78, ours: 0, target: 0 },
  ]);
  assert.match(table, /\| 78 +\| 0 +\| ∞ +\| ≤ 0 +\| met +\|/);
});

test('rows with the same note share a number', () => {
  const row = { at: '', unit: '', ours: 1, note: 'Mind this.' };
  const table = renderTable([
    { work: 'One', ...row },
    { work: 'Two', ...row },
  ]);
  assert.match(table, /One \[1\]/);
  assert.match(table, /Two \[1\]/);
  assert.ok(table.endsWith('\n\n[1] Mind this.'));
});
