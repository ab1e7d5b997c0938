import path from 'node:path';
import { REPOSITORY_ROOT } from '../repositoryRoot';

/** Where the runners leave their reports and the browser tests their pictures. */
export const RESULTS_FOLDER = path.join(REPOSITORY_ROOT, 'test-results');
