import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { resolveBrowser } from '../../browser/resolveBrowser';
import { signInAsGuest } from '../../browser/signInAsGuest';
import type { Opening, View } from './Opening';
import { observePage, openView } from './openView';

const VIEWPORT = { width: 1280, height: 900 };

/** A real browser whose reader is signed in. */
export class BenchBrowser {
  readonly #browser: Browser;
  readonly #url: string;
  #regular: BrowserContext | undefined;

  /** @param url - of the Backstage */
  static async start(url: string): Promise<BenchBrowser> {
    const { executablePath, env } = await resolveBrowser();
    const browser = await chromium.launch({
      executablePath,
      env: { ...process.env, ...env },
    });
    return new BenchBrowser(browser, url);
  }

  private constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  /** Opens a page as somebody does who was never here before. */
  async openFirst(view: View): Promise<Opening> {
    const context = await this.#newContext();
    try {
      return await openOnce(context, this.#url, view);
    } finally {
      await context.close();
    }
  }

  /** Opens a page as somebody does who comes every day: the code is in the browser's cache. */
  async openAgain(view: View): Promise<Opening> {
    this.#regular ??= await this.#newContext();
    return openOnce(this.#regular, this.#url, view);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async #newContext(): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      viewport: VIEWPORT,
      locale: 'en-US',
    });
    await context.addInitScript(observePage);
    await signInAsGuest(context);
    return context;
  }
}

async function openOnce(
  context: BrowserContext,
  url: string,
  view: View,
): Promise<Opening> {
  const page = await context.newPage();
  try {
    return await openView(page, url, view);
  } finally {
    await page.close();
  }
}
