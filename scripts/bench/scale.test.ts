import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POLL_MS } from './pages/PeerPage';
import { chooseScale } from './scale';

const SCALES = [chooseScale({ quick: true }), chooseScale({ quick: false })];

test('the cluster only grows, and counts begin with one', () => {
  for (const { plan, trackerPages, peerPages, clusters } of SCALES) {
    const nodes = plan.map(step => step.nodes);
    assert.deepEqual(
      nodes,
      [...nodes].sort((a, b) => a - b),
    );
    assert.deepEqual([trackerPages[0], peerPages[0], clusters[0]], [1, 1, 1]);
  }
});

test('a window holds whole polls of the peer', () => {
  for (const { windowMs } of SCALES) {
    assert.equal(windowMs % POLL_MS, 0);
  }
});

test('one scenario alone is measured at its own steps', () => {
  const { plan } = chooseScale({ quick: false, only: 'memory' });
  assert.deepEqual(
    plan.map(({ nodes }) => nodes),
    [1, 1000, 5000],
  );
  assert.ok(plan.every(({ scenarios }) => scenarios.join() === 'memory'));
});

test('a scenario that a quick run leaves out can still be asked for', () => {
  const { plan } = chooseScale({ quick: true, only: 'clusters' });
  assert.deepEqual(plan, [{ nodes: 100, scenarios: ['clusters'] }]);
});
