import { join } from 'node:path';
import { PACKAGE_ROOT } from '../packageRoot';

/** Where clusters live unless somebody says otherwise: `.local-cluster` in the repository. */
export const CLUSTERS_DIRECTORY = join(
  PACKAGE_ROOT,
  '..',
  '..',
  '.local-cluster',
);
