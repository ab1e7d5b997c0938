import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { addToAppConfig } from './appConfig';

test('keeps what is there and adds to its maps and lists', () => {
  const merged = addToAppConfig(
    [
      'scaffolder:',
      '  # nothing yet',
      'catalog:',
      '  rules: [a]',
      '  locations:',
      '    - target: one',
    ].join('\n'),
    [
      'scaffolder: { taskRecovery: { enabled: true } }',
      'catalog:',
      '  locations:',
      '    - target: two',
    ].join('\n'),
  );
  assert.deepEqual(parse(merged), {
    scaffolder: { taskRecovery: { enabled: true } },
    catalog: {
      rules: ['a'],
      locations: [{ target: 'one' }, { target: 'two' }],
    },
  });
});
