import path from 'node:path';

/** Root of the repository. */
export const REPOSITORY_ROOT = path.resolve(__dirname, '..');
