import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkParts } from './checkParts';
import { PART_LIMITS } from './partLimits';

const [{ source, own, title }] = PART_LIMITS;

const part = {
  sources: [source],
  ownBytes: 1000,
  libraryBytes: 0,
  unsharedBytes: 0,
  libraries: [],
  broughtAlone: [] as string[],
};

test('within its limits a part is fine', () => {
  const { findings, table } = checkParts([part]);
  assert.deepEqual(findings, []);
  assert.match(
    table,
    new RegExp(`^\\| ${title} +\\| 1.0 +\\| ${own} +\\|`, 'm'),
  );
});

test('a part that has grown is named, with its limit', () => {
  const [finding] = checkParts([
    { ...part, ownBytes: own * 1000 + 100 },
  ]).findings;
  assert.ok(
    finding.startsWith(
      `${title} weighs ${own}.1 kB, and may weigh ${own} kB. Load lazily`,
    ),
  );
});

test('libraries count', () => {
  const { findings } = checkParts([{ ...part, libraryBytes: 1_000_000 }]);
  assert.match(findings.join(), /with its libraries, weighs 1001.0 kB/);
});

test('a library that the app would not have otherwise is named', () => {
  const { findings } = checkParts([{ ...part, broughtAlone: ['lodash'] }]);
  assert.match(findings.join(), /brings lodash, which nothing else/);
});

test('a part that nobody has given a limit has one', () => {
  const { findings } = checkParts([
    { ...part, sources: ['plugins/tke-cilium/src/New.tsx'], ownBytes: 50_000 },
  ]);
  assert.match(findings.join(), /New\.tsx weighs 50\.0 kB/);
});
