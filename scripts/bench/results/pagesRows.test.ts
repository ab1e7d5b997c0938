import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesRows } from './pagesRows';

const window = (
  requestsPerMinute: number,
  bytesPerMinute: number,
  cpuPerMinute: number,
) => ({ requestsPerMinute, bytesPerMinute, cpuPerMinute });

test('a page costs what is used more than without it', () => {
  const rows = pagesRows(
    {
      rest: window(0, 10_000, 0.2),
      tracker: [
        {
          pages: 1,
          decodedPerMinute: 0,
          failures: 0,
          residentBytes: 4e8,
          ...window(0, 10_000, 0.25),
        },
        {
          pages: 10,
          decodedPerMinute: 0,
          failures: 0,
          residentBytes: 4e8,
          ...window(0, 10_000, 0.3),
        },
      ],
      peer: [
        {
          pages: 1,
          decodedPerMinute: 2e8,
          failures: 0,
          residentBytes: 8e8,
          ...window(78, 21e6, 9.5),
        },
      ],
    },
    window(5, 50_000, 1),
    1000,
  );
  const row = (work: string, at: string) =>
    rows.find(each => each.work.startsWith(work) && each.at === at);
  const requests = row('API requests per open page', '1000 nodes');
  assert.deepEqual([requests?.peer, requests?.ours], [78, 0]);
  const bytes = row('API server → backend', '1000 nodes, 1 page');
  assert.deepEqual([bytes?.peer, bytes?.ours], [21, 0.05]);
  const cpu = row('Backend CPU for an open page', '1000 nodes');
  assert.equal(cpu?.peer?.toFixed(2), '9.30');
  assert.equal(cpu?.ours.toFixed(2), '0.05');
  const ten = row('API requests per minute', '1000 nodes, pages: 10');
  assert.deepEqual([ten?.peer, ten?.ours], [undefined, 0]);
});
