import { test as base } from '../browserTest';
import { FrontendServer } from '../FrontendServer';

/** Playwright's `test` with the frontend plugin's gallery of canned states. */
export const test = base.extend<{}, { gallery: FrontendServer }>({
  gallery: [
    // eslint-disable-next-line no-empty-pattern -- Playwright insists on the pattern
    async ({}, use) => {
      const gallery = await FrontendServer.start({
        folder: 'plugins/tke-cilium',
        config: './dev/app-config.yaml',
      });
      await use(gallery);
      await gallery.stop();
    },
    { scope: 'worker', timeout: 3 * 60_000 },
  ],

  baseURL: async ({ gallery }, use) => use(gallery.url),
});

export { expect } from '../browserTest';
