import type { BrowserContext } from 'playwright-core';

/**
 * Has every page of a context signed in from its start. "Enter" of the sign-in page would be
 * forgotten now and then: Backstage forgets it when the page draws itself anew while it signs in,
 * and the next load asks again.
 */
export async function signInAsGuest(context: BrowserContext): Promise<void> {
  // What "Enter" leaves behind.
  await context.addInitScript(() =>
    localStorage.setItem('@backstage/core:SignInPage:provider', 'guest'),
  );
}
