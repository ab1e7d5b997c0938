import { test as base } from '../browserTest';
import { GalleryServer } from './GalleryServer';

/** Playwright's `test` with the gallery of canned states. */
export const test = base.extend<{}, { gallery: GalleryServer }>({
  gallery: [
    // eslint-disable-next-line no-empty-pattern -- Playwright insists on the pattern
    async ({}, use) => {
      const gallery = await GalleryServer.start();
      await use(gallery);
      await gallery.stop();
    },
    { scope: 'worker', timeout: 3 * 60_000 },
  ],

  baseURL: async ({ gallery }, use) => use(gallery.url),
});

export { expect } from '../browserTest';
