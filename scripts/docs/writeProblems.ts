import { writeFileSync } from 'node:fs';
import { PROBLEMS_PAGE } from './problemsPage';

writeFileSync(PROBLEMS_PAGE.file, PROBLEMS_PAGE.content);
