import type { Page } from '@playwright/test';
import { signInAsGuest } from '../../../scripts/browser/signInAsGuest';
import { ClusterPage } from './ClusterPage';
import { expect, test as demoTest } from './demo/test';
import { FrontendServer } from './FrontendServer';

/** The demo, with an app on Backstage's old frontend system in front of the same backend. */
const test = demoTest.extend<{}, { oldApp: FrontendServer }>({
  oldApp: [
    async ({ demo }, use) => {
      const app = await FrontendServer.start({
        folder: 'examples/old-frontend-app',
        config: '../../app-config.yaml',
        environment: { APP_CONFIG_backend_baseUrl: demo.backend.url },
      });
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 4 * 60_000 },
  ],
});

/** The conditions that the tab shows, without their ages. */
async function conditionsOn(page: Page): Promise<string[]> {
  const conditions = page
    .getByRole('list', { name: 'Conditions' })
    .getByRole('listitem');
  await expect(conditions).toHaveCount(16);
  return (await conditions.allInnerTexts()).map(
    text => `${text.split('\n')[0]}: ${/(Yes|No|Unknown)\b/.exec(text)?.[0]}`,
  );
}

test('the old frontend system shows what the new one shows', async ({
  page,
  browser,
  oldApp,
}) => {
  const faults: string[] = [];
  const picture = (name: string) => ({
    path: test.info().outputPath(`${name}.png`),
    fullPage: true,
  });
  const modern = await ClusterPage.open(page, 'demo-empty');
  await expect(modern.card).toContainText(/Observed/);
  const phase = await modern.phase();

  const context = await browser.newContext({ baseURL: oldApp.url });
  await signInAsGuest(context);
  const oldPage = await context.newPage();
  oldPage.on('pageerror', error => faults.push(error.message));
  const old = await ClusterPage.open(oldPage, 'demo-empty');

  await test.step('the card', async () => {
    await old.expectPhase(phase);
    await oldPage.screenshot(picture('1-card'));
  });

  await test.step('the tab, to which the card leads', async () => {
    await old.card.getByRole('link', { name: 'Details' }).click();
    await expect(oldPage).toHaveURL(/\/resource\/demo-empty\/cilium$/);
    await page.goto('/catalog/default/resource/demo-empty/cilium');
    expect(await conditionsOn(oldPage)).toEqual(await conditionsOn(page));
    await oldPage.screenshot(picture('2-tab'));
  });

  await test.step('the page of all clusters, which leads back', async () => {
    await oldPage.goto('/tke-cilium');
    await oldPage.getByRole('link', { name: 'Demo: empty cluster' }).click();
    await old.expectPhase(phase);
    await oldPage.goBack();
    await expect(oldPage.getByRole('grid').getByRole('row')).toHaveCount(3);
    await oldPage.screenshot(picture('3-fleet'));
  });

  await test.step('in Chinese, in the dark', async () => {
    await oldPage.evaluate(() => localStorage.setItem('language', 'zh'));
    await oldPage.emulateMedia({ colorScheme: 'dark' });
    await oldPage.goto('/catalog/default/resource/demo-empty/cilium');
    await expect(oldPage.getByRole('list', { name: '状况' })).toBeVisible();
    await oldPage.screenshot(picture('4-tab-dark-zh'));
  });
  expect(faults).toEqual([]);
  await context.close();
});
