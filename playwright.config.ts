import { defineConfig } from '@playwright/test';
import path from 'node:path';

const results = path.join(__dirname, 'test-results');

export default defineConfig({
  testDir: 'examples/app/e2e-tests',
  globalSetup: require.resolve('./examples/app/e2e-tests/globalSetup'),
  outputDir: path.join(results, 'e2e'),
  reporter: [
    ['list'],
    ['json', { outputFile: path.join(results, 'e2e.json') }],
  ],
  // A machine of its own for every test file would be a Backstage and a control
  // plane each.
  workers: 1,
  timeout: 5 * 60_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
  },
});
