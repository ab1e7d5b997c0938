import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY_ROOT } from '../repositoryRoot';
import { GENERATED_PAGES } from './generatedPages';

for (const [file, render] of Object.entries(GENERATED_PAGES)) {
  writeFileSync(path.join(REPOSITORY_ROOT, file), render());
}
