import { expect, test } from './demo/test';

const FORM = '/create/templates/default/tke-cilium-cluster';

test('finishes with "Start Over" what was cancelled, with the same cluster', async ({
  page,
}) => {
  const submit = async () => {
    for (const button of ['Next', 'Next', 'Next', 'Review', 'Create']) {
      await page.getByRole('button', { name: button, exact: true }).click();
    }
  };
  const costs = page.getByText(/cls-\w+ is there now, and costs money/);
  const startOver = page.getByRole('button', { name: 'Start Over' });

  const values = { name: 'interrupted', owner: 'group:default/platform' };
  await page.goto(`${FORM}?formData=${JSON.stringify(values)}`);
  await submit();
  await page.getByRole('button', { name: 'Show Logs' }).click();
  await expect(costs).toBeVisible({ timeout: 120_000 });
  await expect(startOver).toBeDisabled();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(startOver).toBeEnabled();
  await expect(costs).toBeVisible();
  await page.screenshot({
    path: test.info().outputPath('1-cancelled.png'),
    fullPage: true,
  });

  await startOver.click();
  await expect(page.getByLabel(/^Name/)).toHaveValue('interrupted');
  await submit();
  await expect(
    page.getByRole('button', { name: "The cluster's page" }),
  ).toBeVisible({ timeout: 240_000 });
  await expect(page.getByText(/Already so: cls-\w+ is cluster/)).toBeVisible();
});
