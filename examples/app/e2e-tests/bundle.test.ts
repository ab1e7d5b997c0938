import path from 'node:path';
import { expect, test } from '@playwright/test';
import { checkParts } from '../../../scripts/bundle/checkParts';
import { pluginParts } from '../../../scripts/bundle/pluginParts';
import { readChunks } from '../../../scripts/bundle/readChunks';

const BUILT_APP = path.resolve(__dirname, '../dist');
const OWN_SOURCE = /^plugins\/tke-cilium(-common)?\//;

test('the plugin weighs little in the built app', async () => {
  const chunks = await readChunks(BUILT_APP);
  const parts = pluginParts(chunks, source => OWN_SOURCE.test(source));
  const { table, findings } = checkParts(parts);
  process.stdout.write(`\n${table}\n\n`);
  // Card, tab and page of all clusters, each in a chunk of its own.
  expect(parts.length).toBeGreaterThanOrEqual(4);
  expect(findings, findings.join('\n')).toEqual([]);
});
