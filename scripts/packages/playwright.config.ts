import { defineConfig } from '@playwright/test';
import { RESULTS_FOLDER } from '../test/resultsFolder';
import shared from '../../playwright.config';

export default defineConfig({
  ...shared,
  globalSetup: undefined,
  testDir: __dirname,
  // Not `*.test.ts`, which `node --test` would take for its own.
  testMatch: '*.browser.ts',
  outputDir: `${RESULTS_FOLDER}/packages`,
  reporter: [
    ['list', { printSteps: true }],
    ['json', { outputFile: `${RESULTS_FOLDER}/packages.json` }],
  ],
  timeout: 15 * 60_000,
  use: { ...shared.use, actionTimeout: 60_000 },
});
