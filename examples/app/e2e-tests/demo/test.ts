import { test as base } from '../browserTest';
import { Demo } from './Demo';

/** Playwright's `test` with a running demo. */
export const test = base.extend<{ backendLog: void }, { demo: Demo }>({
  demo: [
    // eslint-disable-next-line no-empty-pattern -- Playwright insists on the pattern
    async ({}, use) => {
      const demo = await Demo.start();
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker', timeout: 3 * 60_000 },
  ],

  baseURL: async ({ demo }, use) => use(demo.backend.url),

  backendLog: [
    async ({ demo }, use, testInfo) => {
      await use();
      await demo.backend.writeLog(testInfo.outputPath('backend.log'));
    },
    { auto: true },
  ],
});

export { expect } from '../browserTest';
