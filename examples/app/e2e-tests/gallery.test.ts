import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './gallery/test';

/** Every theme in every language, on every kind of screen from a telephone to 4K. */
const LOOKS = [
  { theme: 'light', language: 'en', width: 1280 },
  { theme: 'light', language: 'zh', width: 320 },
  { theme: 'dark', language: 'en', width: 3840 },
  { theme: 'dark', language: 'zh', width: 1280 },
] as const;

/** WCAG 2.2, level AA, which includes what came before it. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What a state is there to show, where it takes a moment to appear. */
const AWAITED: Record<string, RegExp> = {
  taskRunning: /Step 2 of 3: |第 2 步，共 3 步：/,
  taskFailed: /Failed: |已失败：/,
  taskDone: /Done: |已完成：/,
};

/** Axe finds nothing, nothing sticks out, and there is a picture for whoever wants to look. */
async function inspect(page: Page, name: string): Promise<void> {
  // The tables of the tab are drawn when the browser has time for them.
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        requestIdleCallback(() => resolve(), { timeout: 2_000 });
      }),
  );
  const conditions = page.getByRole('button', {
    name: /^(Show conditions|显示各项状况)$/,
  });
  if ((await conditions.count()) === 1) {
    await conditions.click();
  }
  await page.screenshot({
    path: test.info().outputPath(`${name}.png`),
    fullPage: true,
  });
  await expect
    .soft(page.locator('body'), name)
    .not.toContainText(/NaN|undefined|\[object/);
  const { violations } = await new AxeBuilder({ page })
    // The sidebar of the app is not ours.
    .exclude('nav')
    // What an open list hides cannot have the focus, which stays in the list's box.
    .exclude('form [aria-hidden="true"]')
    .withTags(WCAG)
    .analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => ({
        id,
        where: nodes.map(({ target }) => target.join(' ')),
      })),
      name,
    )
    .toEqual([]);
  const sticksOut = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect.soft(sticksOut, `${name} sticks out`).toBeLessThanOrEqual(0);
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

for (const { theme, language, width } of LOOKS) {
  test.describe(`${theme}, ${language}, ${width} pixels`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme: theme });

    test('shows every state to everyone', async ({ context, page }) => {
      await context.addInitScript(
        chosen => window.localStorage.setItem('language', chosen),
        language,
      );
      await page.emulateMedia({ reducedMotion: 'reduce' });
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
        const state = new URLSearchParams(search).get('state')!;
        await follow(page, `/${search}`);
        await expect(page.locator('body')).toContainText(AWAITED[state] ?? '');
        await inspect(page, `tab-${state}`);
      }

      await follow(page, '/?view=fleet');
      await expect(page.getByRole('grid').getByRole('row')).not.toHaveCount(0);
      await inspect(page, 'fleet');

      for (const state of ['simulation', 'forbidden', 'internalError']) {
        await follow(page, `/?view=form&state=${state}`);
        await inspect(page, `form-${state}`);
        await page.getByRole('combobox').nth(1).click();
        await expect(page.getByRole('listbox')).toBeVisible();
        await inspect(page, `form-${state}-list`);
        await page.keyboard.press('Escape');
      }
    });
  });
}
