import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Opening } from '../browser/Opening';
import { cardRows, type Openings } from './cardRows';

const opening = (contentMs: number, rest: Partial<Opening> = {}): Opening => ({
  contentMs,
  interactiveMs: contentMs + 500,
  requests: 10,
  dataBytes: 20_000,
  codeBytes: 0,
  ...rest,
});

const page = (contentMs: number, clusterRequests: number): Openings => ({
  first: opening(contentMs * 2, { codeBytes: 900_000 }),
  again: [contentMs, contentMs * 10, contentMs + 1].map(each => opening(each)),
  clusterRequests: [clusterRequests, 99, clusterRequests],
});

const rows = cardRows(
  { card: page(1000, 0), tab: page(1200, 0), peer: page(4000, 13) },
  100,
);

const row = (work: string, at: string) =>
  rows.find(each => each.work === work && each.at === at);

test('card and tab are each compared with the tab of the peer', () => {
  assert.deepEqual(
    [...new Set(rows.map(({ at }) => at))],
    ['100 nodes, card', '100 nodes, tab'],
  );
  assert.ok(rows.every(({ peer }) => peer !== undefined));
});

test('one slow opening among many does not count', () => {
  const { peer, ours } = row('Page opened → content', '100 nodes, tab')!;
  assert.deepEqual([peer, ours], [4.001, 1.201]);
  assert.equal(
    row('Requests to the API server to open the page', '100 nodes, card')?.peer,
    13,
  );
});

test('the first opening is for itself', () => {
  assert.equal(
    row('Code fetched the first time', '100 nodes, card')?.ours,
    900,
  );
  assert.equal(
    row('Page opened for the first time → content', '100 nodes, card')?.peer,
    8,
  );
});
