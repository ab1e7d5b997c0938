import type { Page } from '@playwright/test';
import { ClusterPage } from './ClusterPage';
import { expect, test } from './demo/test';
import { Traffic } from './Traffic';

/** Who works on a cluster writes its id there. */
const WHERE_A_CLUSTER_IS = [
  'browser',
  'log',
  'scaffolder.tasks',
  'scaffolder.task_events',
  'tke-cilium.cluster_readiness',
];

/**
 * Waits until no list is in the way. While one fades out it covers the page, and Playwright scrolls
 * the page to get at what is below; that closes the list that the click has opened.
 */
async function untilListIsGone(page: Page): Promise<void> {
  await expect(page.getByRole('listbox')).toHaveCount(0);
}

async function openList(page: Page, field: RegExp): Promise<void> {
  const box = page.getByRole('combobox', { name: field });
  // A page that still scrolls closes what was just opened; clicking waits until it is at rest.
  await box.scrollIntoViewIfNeeded();
  await box.click();
}

/** Chooses from the list of a field, by what people call it. */
async function choose(page: Page, field: RegExp, name: RegExp): Promise<void> {
  await openList(page, field);
  await page.getByRole('option', { name }).click();
  await untilListIsGone(page);
}

/** Adds one to what a field has. Its list stays open for more, until Escape is pressed. */
async function add(page: Page, field: RegExp, name: RegExp): Promise<void> {
  await openList(page, field);
  await page.getByRole('option', { name }).click();
  await page.keyboard.press('Escape');
  await untilListIsGone(page);
}

/** Fills the form of the cluster from the lists of the account. */
async function createCluster(page: Page, name: string): Promise<void> {
  const next = page.getByRole('button', { name: 'Next' });
  await page.goto('/create/templates/default/tke-cilium-cluster');
  await page.getByLabel(/^Name/).fill(name);
  await page.getByLabel(/^Owner/).click();
  await page.getByRole('option', { name: /platform/i }).click();
  await untilListIsGone(page);
  await choose(page, /^Tencent Cloud account/, /^simulation a simulation:/);
  await choose(page, /^Region/, /ap-guangzhou/);
  await choose(page, /^Kubernetes/, /^1\.34\.1/);
  await next.click();

  // What another VPC does not have is said at once, kept, and stopped before anything is created.
  await choose(page, /^VPC/, /^empty/);
  const refusal = page.getByText(
    'There is no subnet subnet-demonode in vpc-demo0002.',
    { exact: true },
  );
  await expect(refusal).toBeVisible();
  await next.click();
  await expect(page.getByText(/^'Subnet of the nodes' There is/)).toBeVisible();
  await choose(page, /^VPC/, /^demo/);
  await page.getByRole('button', { name: /^Remove.*subnet-demopod2/ }).click();
  await add(page, /^Subnets of the Pods/, /^pods 6.*250 free addresses/);
  await choose(page, /^Subnet of the nodes/, /^nodes.*ap-guangzhou-3/);
  await choose(page, /^Security group/, /^default/);
  await next.click();

  await next.click();
  await choose(page, /^Instance type/, /SA5\.MEDIUM4/);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(
    page.getByRole('button', { name: "The cluster's page" }),
  ).toBeVisible({ timeout: 240_000 });
}

/** From the page of a cluster to the last page of the form, with the cluster filled in. */
async function openNodePoolForm(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: 'Next' });
  await page.getByRole('link', { name: /^Details/ }).click();
  await page.getByRole('link', { name: 'Create node pool' }).click();
  await expect(page.getByLabel(/^Cluster/)).toHaveValue(/cls-/);
  await next.click();
  // As the list of the cluster's VPC calls it.
  await expect(page.getByText('nodes (subnet-demonode)')).toBeVisible();
  await next.click();
}

async function submitNodePool(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}

test('creates a cluster from a form, ready on its page, and deletes it', async ({
  page,
  demo,
}) => {
  const traffic = Traffic.record(page);
  /** By their names on the card: what kind of nodes they have. */
  const pools = new Map<string, 'Native' | 'Regular' | 'Karpenter'>();

  await test.step('create it', async () => {
    await createCluster(page, 'shop');
    await page.screenshot({
      path: test.info().outputPath('1-created.png'),
      fullPage: true,
    });
  });

  await test.step('see it ready', async () => {
    await page.getByRole('button', { name: "The cluster's page" }).click();
    await expect(page).toHaveURL(/\/catalog\/default\/resource\/cls-/);
    const cluster = ClusterPage.of(page);
    await cluster.expectPhase('Ready');
    await expect(cluster.workload('Agents')).toContainText('2 of 2 ready');
    await expect(cluster.card.getByText('Simulation')).toBeVisible();
    const [id = ''] =
      /^np-\w+/.exec(await cluster.nodePools().innerText()) ?? [];
    pools.set(id, 'Native');
    await page.screenshot({
      path: test.info().outputPath('2-ready.png'),
      fullPage: true,
    });
  });

  await test.step('add a pool of Karpenter', async () => {
    await openNodePoolForm(page);
    // Only what fits the kind is asked.
    const instanceType = page.getByRole('combobox', { name: /^Instance type/ });
    await expect(instanceType).toBeVisible();
    await page.getByLabel(/^Karpenter/).check();
    await expect(instanceType).toBeHidden();
    await expect(page.getByLabel(/^CPU cores of the pool/)).toHaveValue('100');
    await page.getByLabel(/^Name/).fill('elastic');
    // Where the subnet is there are no machines with GPUs.
    await openList(page, /^Instance families/);
    await expect(page.getByRole('option', { name: /SA5/ })).toBeVisible();
    await expect(page.getByRole('option', { name: /GN7/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await untilListIsGone(page);
    await add(page, /^Instance families/, /^Standard SA5.*2–8 cores/);
    await expect(page.getByRole('row', { name: /SA5/ })).toBeVisible();
    await page.screenshot({
      path: test.info().outputPath('3-node-pool.png'),
      fullPage: true,
    });
    await submitNodePool(page);
    await expect(page.getByText(/^Applied .*NodePool elastic/)).toBeVisible({
      timeout: 120_000,
    });
  });

  pools.set('elastic', 'Karpenter');

  for (const kind of ['Native', 'Regular'] as const) {
    await test.step(`add a pool of ${kind.toLowerCase()} nodes`, async () => {
      await page.getByRole('button', { name: "The cluster's page" }).click();
      await openNodePoolForm(page);
      await page.getByLabel(new RegExp(`^${kind} nodes`)).check();
      await page.getByLabel(/^Name/).fill(`more-${kind.toLowerCase()}`);
      await submitNodePool(page);
      const result = page.getByText(/^Created .*2 nodes ready$/);
      await expect(result).toBeVisible({ timeout: 120_000 });
      const [id = ''] = /np-\w+/.exec(await result.innerText()) ?? [];
      pools.set(id, kind);
    });
  }

  await test.step('see every pool with its nodes', async () => {
    await page.getByRole('button', { name: "The cluster's page" }).click();
    const cluster = ClusterPage.of(page);
    const rows = cluster.nodePools();
    await expect(rows).toHaveCount(pools.size);
    for (const [name, kind] of pools) {
      await expect(rows.filter({ hasText: name })).toHaveText(
        // Karpenter has as many as Pods need: none that could be missing.
        new RegExp(`^${name}${kind}2(/2)?\\D.*Ready$`),
      );
    }
    await expect(cluster.workload('Agents')).toContainText('8 of 8 ready');
    await cluster.expectPhase('Ready');
    await page.screenshot({
      path: test.info().outputPath('4-every-kind-of-pool.png'),
      fullPage: true,
    });
    await page.getByRole('link', { name: /^Details/ }).click();
    for (const name of pools.keys()) {
      await expect(cluster.readyNodes(name)).toHaveCount(2);
    }
    await expect(page.getByText('Simulation')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Grafana' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'TKE console' })).toHaveCount(
      0,
    );
  });

  const [clusterId = ''] = /cls-\w+/.exec(page.url()) ?? [];
  const databases = await demo.readDatabases();

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

  await test.step('see it gone', async () => {
    await expect(async () => {
      await page.goto(`/catalog/default/resource/${clusterId}`);
      await expect(page.getByText('Entity not found')).toBeVisible({
        timeout: 5_000,
      });
    }).toPass();
    await expect(ClusterPage.of(page).card).toHaveCount(0);
    await page.goto('/tke-cilium');
    const rows = page.getByRole('grid').getByRole('row');
    await expect(rows.filter({ hasText: 'cls-demo0002' })).toHaveCount(1);
    await expect(rows.filter({ hasText: clusterId })).toHaveCount(0);
  });

  await test.step('find no secret anywhere', async () => {
    const browser = await traffic.text();
    const places = new Map([
      ['browser', browser],
      ['log', demo.backend.log],
      ...databases,
      // What the end has left of it.
      ...Array.from(
        await demo.readDatabases(),
        ([name, text]): [string, string] => [`${name}, after the end`, text],
      ),
    ]);
    const found = Array.from(places, ([place, text]) => ({
      place,
      secrets: demo.cloud.secrets().foundIn(text),
    })).filter(({ secrets }) => secrets.length > 0);
    expect(found).toEqual([]);
    // A search of other places would prove nothing.
    expect(
      Array.from(places)
        .filter(([, text]) => text.includes(clusterId))
        .map(([place]) => place),
    ).toEqual(expect.arrayContaining(WHERE_A_CLUSTER_IS));
    // The headers of requests, the signals, and what is told of tasks to their end.
    expect(browser).toContain('"authorization":"Bearer ');
    expect(browser).toMatch(/^frame .*tke-cilium/m);
    expect(browser).toContain('event: completion');
  });
});
