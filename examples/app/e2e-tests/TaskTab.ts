import {
  expect,
  test,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';

const TITLE = 'Install Cilium on a TKE cluster';

/** Somebody who looks at the tab of a cluster while a template works on it. */
export class TaskTab {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(context: BrowserContext, entity: string): Promise<TaskTab> {
    const page = await context.newPage();
    await page.goto(`/catalog/default/resource/${entity}/cilium`);
    return new TaskTab(page);
  }

  async expectTask(outcome: string, step: string): Promise<void> {
    await expect(this.#task()).toContainText(`${outcome}: ${TITLE}`);
    await expect(this.#task()).toContainText(step);
  }

  /** The link leads to the log of the task. */
  async expectLog(): Promise<void> {
    const address = await this.#task()
      .getByRole('link', { name: 'Open the log' })
      .getAttribute('href');
    expect(address).toMatch(/^\/create\/tasks\/[0-9a-f-]{36}$/);
    const log = await this.#page.context().newPage();
    await log.goto(address!);
    await expect(log.getByText('Check tke-eni-agent').first()).toBeVisible();
    await log.close();
  }

  /** What has ended is no matter of who comes later. */
  async expectNoneAfterReload(): Promise<void> {
    const asked = this.#page.waitForResponse(/\/api\/scaffolder\/v2\/tasks\?/);
    await this.#page.reload();
    expect((await asked).ok()).toBe(true);
    await expect(
      this.#page.getByRole('heading', { name: 'Waiting for nodes' }),
    ).toBeVisible();
    await expect(this.#task()).toHaveCount(0);
  }

  /** To what the configuration names. The console does not know a simulated cluster. */
  async expectLinks(): Promise<void> {
    const links = this.#page
      .getByRole('list', { name: 'Elsewhere' })
      .getByRole('link');
    await expect(links).toHaveText(['Grafana', 'Hubble UI']);
    expect(
      await links.evaluateAll(all =>
        all.map(link => link.getAttribute('href')),
      ),
    ).toEqual([
      'https://grafana.example.com/d/cilium?var-cluster=cls-demo0002',
      'https://hubble.example.com/ap-guangzhou/cls-demo0002',
    ]);
  }

  /** In English and light, and in Chinese and dark. */
  async takePictures(name: string): Promise<void> {
    await this.#takePicture(this.#page, `${name}-light-en`);
    const page = await this.#page.context().newPage();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(this.#page.url());
    await page.evaluate(() => localStorage.setItem('language', 'zh'));
    await page.reload();
    await expect(page.getByText(`正在运行：${TITLE}`)).toBeVisible();
    await expect(page.getByText(/^第 3 步/)).toBeVisible();
    await this.#takePicture(page, `${name}-dark-zh`);
    // The language is remembered for all pages.
    await page.evaluate(() => localStorage.setItem('language', 'en'));
    await page.close();
  }

  async close(): Promise<void> {
    await this.#page.close();
  }

  #task(): Locator {
    return this.#page.getByRole('status').filter({ hasText: TITLE });
  }

  async #takePicture(page: Page, name: string): Promise<void> {
    await page.screenshot({
      path: test.info().outputPath(`${name}.png`),
      fullPage: true,
    });
  }
}
