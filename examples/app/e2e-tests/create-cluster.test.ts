import type { Page } from '@playwright/test';
import { ClusterPage } from './ClusterPage';
import { expect, test } from './demo/test';

/** Everything that the browser asks for and is answered. */
function recordTraffic(page: Page): string[] {
  const traffic: string[] = [];
  page.on('request', request => {
    traffic.push(request.url(), request.postData() ?? '');
  });
  page.on('response', async response => {
    if (response.url().includes('/api/')) {
      // Of a page that was left the body is gone, and so it is of nobody's interest.
      traffic.push(await response.text().catch(() => ''));
    }
  });
  return traffic;
}

/** Fills the form of the cluster, as a person would who leaves the rest as it is. */
async function createCluster(page: Page, name: string): Promise<void> {
  await page.goto('/create/templates/default/tke-cilium-cluster');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByLabel(/^Name/).fill(name);
  await page.getByLabel(/^Owner/).click();
  await page.getByRole('option', { name: /platform/i }).click();
  for (let pages = 1; pages < 4; pages += 1) {
    await page.getByRole('button', { name: 'Next' }).click();
  }
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(
    page.getByRole('button', { name: "The cluster's page" }),
  ).toBeVisible({ timeout: 240_000 });
}

test('creates a cluster from a form, ready on its page, and deletes it', async ({
  page,
  demo,
}) => {
  const traffic = recordTraffic(page);

  await test.step('create it', async () => {
    await createCluster(page, 'shop');
    await page.screenshot({
      path: test.info().outputPath('1-created.png'),
      fullPage: true,
    });
  });
  const secrets = demo.cloud.secrets();

  await test.step('see it ready', async () => {
    await page.getByRole('button', { name: "The cluster's page" }).click();
    await expect(page).toHaveURL(/\/catalog\/default\/resource\/cls-/);
    const cluster = ClusterPage.of(page);
    await cluster.expectPhase('Ready');
    await expect(cluster.workload('Agents')).toContainText('2 of 2 ready');
    await page.screenshot({
      path: test.info().outputPath('2-ready.png'),
      fullPage: true,
    });
  });

  await test.step('add a pool of Karpenter', async () => {
    await page.getByRole('link', { name: /^Details/ }).click();
    await page.getByRole('link', { name: 'Create node pool' }).click();
    await expect(page.getByLabel(/^Cluster/)).toHaveValue(/cls-/);
    await page.getByRole('button', { name: 'Next' }).click();
    // Only what fits the kind is asked.
    await expect(page.getByLabel(/^Instance type/)).toBeVisible();
    await page.getByLabel(/^Karpenter/).check();
    await expect(page.getByLabel(/^Instance type/)).toBeHidden();
    await expect(page.getByLabel(/^CPU cores of the pool/)).toHaveValue('100');
    await page.getByLabel(/^Name/).fill('elastic');
    await page.screenshot({
      path: test.info().outputPath('3-node-pool.png'),
      fullPage: true,
    });
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(page.getByText(/^Applied .*NodePool elastic/)).toBeVisible({
      timeout: 120_000,
    });
  });

  await test.step('delete it', async () => {
    await page.goto('/create/templates/default/tke-cluster-delete');
    // The only cluster of an account is chosen already.
    await expect(page.getByLabel(/^Cluster/)).toHaveValue(/cls-/);
    await page.getByLabel(/^Name of the cluster/).fill('shop');
    await page.getByLabel(/although it is protected/).check();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(page.getByText(/^Deleted cls-/)).toBeVisible({
      timeout: 120_000,
    });
  });

  // A recording of nothing would prove nothing.
  expect(traffic.join('').length).toBeGreaterThan(10_000);
  expect(secrets.length).toBeGreaterThan(2);
  for (const secret of secrets) {
    expect(traffic.some(text => text.includes(secret))).toBe(false);
  }
});
