import { join } from 'node:path';

/**
 * Folder of this package. It runs from its sources only, under tsx and jest, so the place of this file
 * is the place of the package.
 */
// eslint-disable-next-line no-restricted-syntax
export const PACKAGE_ROOT = join(__dirname, '..');
