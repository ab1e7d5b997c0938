import { expect, type Page } from '@playwright/test';

/**
 * Runs the template that installs Cilium, as a person would, to its end.
 *
 * @param cluster - the one to choose; where there is only one, it is chosen already
 */
export async function runInstallTemplate(
  page: Page,
  cluster?: string,
): Promise<void> {
  await page.goto('/create/templates/default/tke-cilium-install');
  if (cluster) {
    await page.getByLabel('Cluster').click();
    await page.getByRole('option', { name: cluster }).click();
  } else {
    await expect(page.getByLabel('Cluster')).not.toHaveValue('');
  }
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('radio', { name: /^Guide of August 2026/ }).check();
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('radio', { name: /^Set its image/ }).check();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();

  // The links at the end are there when every step has succeeded.
  await expect(
    page.getByRole('button', { name: "The cluster's page" }),
  ).toBeVisible({ timeout: 120_000 });
}
