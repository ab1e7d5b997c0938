import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { spec } from './openapi';

it('is what the router was generated from', () => {
  const document = parse(readFileSync(join(__dirname, 'openapi.yaml'), 'utf8'));
  expect(spec).toEqual(document);
});
