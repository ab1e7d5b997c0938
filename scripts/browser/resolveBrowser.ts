import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findSystemBrowser } from './findSystemBrowser';
import { unpackBrowser } from './unpackBrowser';

/** A Chromium that can be started. */
export type Browser = {
  executablePath: string;
  /** What it needs besides our own environment. */
  env: Record<string, string>;
};

/**
 * Finds a Chromium for the browser tests, so that nobody has to install one:
 * `$TKE_CILIUM_BROWSER`, else the system's, else Playwright's own, else the one
 * that the npm package `@sparticuz/chromium` carries.
 *
 * @throws Error when the explicit path does not exist, or when none is left.
 */
export async function resolveBrowser(): Promise<Browser> {
  const explicit = process.env.TKE_CILIUM_BROWSER;
  if (explicit) {
    if (!existsSync(explicit)) {
      throw new Error(
        `TKE_CILIUM_BROWSER is ${explicit}, which does not exist`,
      );
    }
    return { executablePath: explicit, env: {} };
  }

  const installed = [findSystemBrowser(), chromium.executablePath()].find(
    path => path && existsSync(path),
  );
  return installed
    ? { executablePath: installed, env: {} }
    : await unpackBrowser();
}
