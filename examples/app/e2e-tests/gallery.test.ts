import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './gallery/test';

const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['en', 'zh'] as const;

/** WCAG 2.2, level AA, which includes what came before it. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What every picture and every check is made of. */
async function inspect(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: test.info().outputPath(`${name}.png`),
    fullPage: true,
  });
  await expect(page.locator('body'), name).not.toContainText(
    /NaN|undefined|\[object/,
  );
  const { violations } = await new AxeBuilder({ page })
    .withTags(WCAG)
    .analyze();
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map(({ target }) => target.join(' ')),
    })),
    name,
  ).toEqual([]);
}

/** Goes where a link would lead: loading the gallery anew for every state takes minutes. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate(url => {
    window.history.pushState(null, '', url);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await expect(
    page.getByRole('link', { name: 'tab', exact: true }),
  ).toHaveCount(0);
}

for (const colorScheme of THEMES) {
  for (const language of LANGUAGES) {
    test(`shows every state, ${colorScheme}, in ${language}`, async ({
      context,
      page,
    }) => {
      await context.addInitScript(
        chosen => window.localStorage.setItem('language', chosen),
        language,
      );
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('/');
      const tabs = page.getByRole('link', { name: 'tab', exact: true });
      await expect(tabs).not.toHaveCount(0);
      await page.waitForLoadState('networkidle');
      const states = await tabs.evaluateAll(links =>
        links.map(link => new URL((link as HTMLAnchorElement).href).search),
      );
      expect(states.length).toBeGreaterThan(15);
      await inspect(page, 'cards');

      for (const search of states) {
        await follow(page, `/${search}`);
        await inspect(page, `tab-${new URLSearchParams(search).get('state')}`);
      }

      await follow(page, '/?view=fleet');
      await expect(page.getByRole('grid').getByRole('row')).not.toHaveCount(0);
      await inspect(page, 'fleet');
    });
  }
}
