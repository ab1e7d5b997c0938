import { expect, test } from './demo/test';
import { FleetPage } from './FleetPage';

test('lists the clusters, and keeps the filter in the address', async ({
  page,
}) => {
  const fleet = await FleetPage.open(page);
  // The other cluster of the demo has not been started here.
  await expect(fleet.cluster('Demo: empty cluster')).toBeVisible();
  await expect(fleet.cluster('Demo: Cilium installed')).toBeVisible();
  await expect(fleet.state('Not installed')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('fleet.png') });

  await fleet.state('Not installed').click();
  await expect(page).toHaveURL(/state=NotInstalled/);
  await expect(fleet.cluster('Demo: Cilium installed')).toBeHidden();

  await fleet.cluster('Demo: empty cluster').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/catalog\/default\/resource\/demo-empty/);
});
