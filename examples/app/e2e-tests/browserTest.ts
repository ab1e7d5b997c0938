import { test as base } from '@playwright/test';
import { chineseFont } from '../../../scripts/browser/chineseFont';
import { resolveBrowser } from '../../../scripts/browser/resolveBrowser';
import { signInAsGuest } from '../../../scripts/browser/signInAsGuest';

/**
 * Playwright's `test` with a browser that needs no installation and knows Chinese letters, and a
 * guest who is signed in.
 */
export const test = base.extend<{}, {}>({
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

  context: async ({ context }, use) => {
    await signInAsGuest(context);
    await use(context);
  },
});

export { expect } from '@playwright/test';
