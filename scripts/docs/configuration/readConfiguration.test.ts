import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readConfiguration } from './readConfiguration';

test('reads paths, types, marks and sentences of a config.d.ts', t => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'config-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'config.d.ts');
  writeFileSync(
    file,
    `export interface Config {
      outer?: {
        /** Some
         * of them. */
        list?: Array<{
          id: string;
          /** @visibility secret */
          key?: 'a' | 'b';
        }>;
      };
    }`,
  );
  assert.deepEqual(readConfiguration(file), [
    {
      path: 'outer.list',
      type: 'list',
      required: false,
      secret: false,
      description: 'Some of them.',
    },
    {
      path: 'outer.list[].id',
      type: 'string',
      required: true,
      secret: false,
      description: '',
    },
    {
      path: 'outer.list[].key',
      type: "'a' | 'b'",
      required: false,
      secret: true,
      description: '',
    },
  ]);
});
