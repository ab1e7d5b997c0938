import { ClusterPage } from './ClusterPage';
import { expect, test } from './demo/test';

const CLUSTER = /\/api\/tke-cilium\/v1\/clusters\/cls-demo0002$/;

test('names the id under which the log of the backend has an error', async ({
  page,
  demo,
}) => {
  // The page asks for a cluster that the backend does not have.
  await page.route(CLUSTER, route =>
    route.continue({
      url: route.request().url().replace('cls-demo0002', 'cls-nosuch01'),
    }),
  );
  const { card } = await ClusterPage.open(page, 'demo-empty');
  const alert = card.getByRole('alert');
  await expect(alert).toContainText('This cluster is not connected');
  await page.screenshot({
    path: test.info().outputPath('refused.png'),
    fullPage: true,
  });
  const [, id] = /platform team: ([\w-]+)/.exec(await alert.innerText()) ?? [];
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(demo.backend.linesWith(id)).toEqual([
    expect.stringMatching(
      /GET \/api\/tke-cilium\/v1\/clusters\/cls-nosuch01 failed: NotFoundError/,
    ),
  ]);

  await page.unroute(CLUSTER);
  await page.route(CLUSTER, route => route.abort());
  await page.reload();
  await expect(alert).toContainText('The backend does not answer');
  await expect(alert).toContainText('there is no request id');
  await page.screenshot({
    path: test.info().outputPath('no-answer.png'),
    fullPage: true,
  });
});
