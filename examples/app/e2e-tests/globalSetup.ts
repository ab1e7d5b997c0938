import { buildApp } from '../../../scripts/bundle/buildApp';
import { withProgress } from '../../../scripts/toolchain/progress.mjs';

/**
 * Builds the app, which the backend of the tests serves as it would in
 * production.
 */
export default async function globalSetup(): Promise<void> {
  await withProgress('Building the app', () => buildApp());
}
