import AxeBuilder from '@axe-core/playwright';
import { ClusterPage } from './ClusterPage';
import { expect, test } from './demo/test';
import { holdLock } from './holdLock';
import { runInstallTemplate } from './runInstallTemplate';
import { TaskTab } from './TaskTab';

/**
 * Pictures of the card and of the whole page, light and dark. The dark ones are taken of a page of
 * their own: Backstage draws everything anew when the theme changes, and the page that is watched
 * must stay as it is.
 */
async function takePictures(cluster: ClusterPage, name: string): Promise<void> {
  await takePicturesOf(cluster, `${name}-light`);
  const phase = await cluster.phase();
  const darkPage = await cluster.page.context().newPage();
  await darkPage.emulateMedia({ colorScheme: 'dark' });
  await darkPage.goto(cluster.page.url());
  const dark = ClusterPage.of(darkPage);
  await dark.expectPhase(phase);
  await takePicturesOf(dark, `${name}-dark`);
  await darkPage.close();
}

async function takePicturesOf(
  cluster: ClusterPage,
  name: string,
): Promise<void> {
  const file = (what: string) => test.info().outputPath(`${name}-${what}.png`);
  await cluster.card.screenshot({ path: file('card') });
  await cluster.page.screenshot({ path: file('page'), fullPage: true });
}

async function expectAccessible({ card, page }: ClusterPage): Promise<void> {
  // Axe takes selectors of CSS only, and none of those finds a card by its title.
  await card.evaluate(element => element.setAttribute('data-axe', ''));
  const { violations } = await new AxeBuilder({ page })
    .include('[data-axe]')
    .analyze();
  expect(violations).toEqual([]);
}

test('installs Cilium by template while the page of the cluster follows', async ({
  page,
  context,
  demo,
}) => {
  const cluster = await ClusterPage.open(page, 'demo-empty');
  await cluster.expectPhase('Not installed');
  await takePictures(cluster, '1-not-installed');
  await cluster.recordPhases();

  await test.step('run the template', async () => {
    const second = await context.newPage();
    const release = await holdLock(demo.cluster);
    const run = runInstallTemplate(second, 'Demo: empty cluster');
    const tab = await TaskTab.open(context, 'demo-empty');
    await tab.expectTask('Running', 'Step 3 of 8: Check tke-eni-agent');
    await tab.expectLog();
    await tab.takePictures('2-running');
    await release();
    await run;
    await tab.expectTask('Done', 'Step 8 of 8: Wait until Cilium is ready');
    await tab.expectNoneAfterReload();
    await tab.expectLinks();
    await tab.close();
    await second.screenshot({
      path: test.info().outputPath('2-template.png'),
      fullPage: true,
    });
    await second.getByRole('button', { name: "The cluster's page" }).click();
    await expect(second).toHaveURL(/\/catalog\/default\/resource\/demo-empty$/);
    await second.close();
  });
  await cluster.expectPhase('Waiting for nodes');
  await takePictures(cluster, '3-waiting-for-nodes');

  const [node] = await demo.cluster.addNodes(2);
  await cluster.expectPhase('Ready');
  await expect(cluster.workload('Agents')).toContainText('2 of 2 ready');
  await takePictures(cluster, '4-ready');
  await expectAccessible(cluster);

  const broken = await demo.cluster.fail({
    kind: 'image-pull-back-off',
    component: 'agent',
    node,
  });
  await cluster.expectPhase('Degraded');
  await expect(cluster.workload('Agents')).toContainText('1 of 2 ready');
  const problem = cluster.problem(
    `The Cilium agent on node ${node} cannot pull the image`,
  );
  await expect(problem).toContainText('ImagePullBackOff');
  await expect(problem).toContainText('Check that the image exists');
  await takePictures(cluster, '5-degraded');
  await expectAccessible(cluster);

  await demo.cluster.heal(broken.id);
  await cluster.expectPhase('Ready');
  await expect(cluster.workload('Agents')).toContainText('2 of 2 ready');
  await expect(problem).toBeHidden();
  await takePictures(cluster, '6-healed');

  expect(await cluster.recordedPhases()).toEqual([
    'Waiting for nodes',
    'Ready',
    'Degraded',
    'Ready',
  ]);
});
