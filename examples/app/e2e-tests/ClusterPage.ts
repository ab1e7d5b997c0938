import { expect, type Locator, type Page } from '@playwright/test';

/** Phases that come and go too fast to be seen every time. */
const PASSING_PHASES = ['Installing', 'Progressing'];

declare global {
  interface Window {
    /** What the card has told screen readers, since the page was loaded. */
    announcements?: string[];
  }
}

/** The page of a cluster, watched by somebody who does not touch it. */
export class ClusterPage {
  readonly page: Page;
  readonly card: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.card = page
      .getByRole('article')
      .filter({
        has: page.getByRole('heading', { name: 'Cilium', exact: true }),
      })
      // In the old frontend system the whole page is an article, too.
      .last();
  }

  /** The page of a cluster that is open already, or about to be. */
  static of(page: Page): ClusterPage {
    return new ClusterPage(page);
  }

  static async open(page: Page, entity: string): Promise<ClusterPage> {
    await page.goto(`/catalog/default/resource/${entity}`);
    const clusterPage = ClusterPage.of(page);
    await expect(clusterPage.card).toBeVisible();
    return clusterPage;
  }

  async expectPhase(phase: string): Promise<void> {
    await expect(
      this.card.getByRole('heading', { name: phase, exact: true }),
    ).toBeVisible();
  }

  /** The phase that the card shows now, in words. */
  async phase(): Promise<string> {
    return this.card.getByRole('heading', { level: 4 }).first().innerText();
  }

  /** Text of a problem on the card, with its remedy. */
  problem(text: string | RegExp): Locator {
    return this.card
      .getByRole('list', { name: 'Problems' })
      .getByRole('listitem')
      .filter({ hasText: text });
  }

  /** "1 of 2 ready" of a workload. */
  workload(name: string): Locator {
    return this.card
      .getByRole('list', { name: 'Workloads' })
      .getByRole('listitem')
      .filter({ hasText: name });
  }

  /** The rows of the node pools, as the card has them. */
  nodePools(): Locator {
    return this.card
      .getByRole('grid', { name: 'Node pools' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') });
  }

  /** The nodes of a pool that are ready with Cilium on them, as the tab has them. */
  readyNodes(pool: string): Locator {
    const cell = (name: string) =>
      this.page.getByRole('gridcell', { name, exact: true });
    return this.page
      .getByRole('row')
      .filter({ has: cell(pool) })
      .filter({ hasText: 'ReadyReady' });
  }

  /** Starts to take down the phases that the card announces. */
  async recordPhases(): Promise<void> {
    await this.card.getByRole('status').evaluate(status => {
      const announcements: string[] = [];
      window.announcements = announcements;
      new MutationObserver(() =>
        announcements.push(status.textContent ?? ''),
      ).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
  }

  /**
   * The lasting phases since {@link ClusterPage.recordPhases}.
   *
   * @throws Error when the page was loaded again in the meantime.
   */
  async recordedPhases(): Promise<string[]> {
    const announcements = await this.page.evaluate(() => window.announcements);
    if (!announcements) {
      throw new Error('The page was loaded again, and forgot what it showed.');
    }
    return announcements
      .map(text => text.replace(/^.*: /, ''))
      .filter(phase => !PASSING_PHASES.includes(phase));
  }
}
