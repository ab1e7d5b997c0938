import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEST_KINDS } from './options';
import { selectStages } from './stages';

const titles = (kind?: (typeof TEST_KINDS)[number]) =>
  selectStages(kind).map(({ title }) => title);

test('a whole run holds every kind of tests, cheap stages first', () => {
  assert.deepEqual(titles(), [
    'formatting',
    'types',
    'lint',
    'lint outside the packages',
    'API reports',
    'unit tests of the scripts and the Terraform examples',
    'unit tests',
    'control plane',
    'integration tests',
    'e2e tests',
    'package builds',
    'packages tests',
  ]);
});

for (const kind of TEST_KINDS) {
  test(`--only ${kind} ends with these tests`, () => {
    assert.equal(titles(kind).pop(), `${kind} tests`);
  });
}
