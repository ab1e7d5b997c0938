import { expect, type Locator, type Page } from '@playwright/test';

/** The page of all clusters. */
export class FleetPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** @param query - of the address, with its question mark */
  static async open(page: Page, query = ''): Promise<FleetPage> {
    await page.goto(`/tke-cilium${query}`);
    await expect(page.getByRole('grid').getByRole('row')).not.toHaveCount(0);
    return new FleetPage(page);
  }

  /** The row of a cluster. */
  cluster(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  /** The switch that shows the clusters in a state alone. */
  state(name: string): Locator {
    return this.page
      .getByRole('group', { name: 'Clusters by state' })
      .getByRole('button', { name: new RegExp(`^${name} `) });
  }
}
