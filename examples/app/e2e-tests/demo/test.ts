import { test as base } from '@playwright/test';
import { chineseFont } from '../../../../scripts/browser/chineseFont';
import { resolveBrowser } from '../../../../scripts/browser/resolveBrowser';
import { Demo } from './Demo';

/** Playwright's `test` with a running demo and a browser that needs no installation. */
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

  browser: [
    async ({ playwright }, use) => {
      const { executablePath, env } = await resolveBrowser();
      const browser = await playwright.chromium.launch({
        executablePath,
        env: { ...process.env, ...env, ...chineseFont(env) },
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
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

export { expect } from '@playwright/test';
