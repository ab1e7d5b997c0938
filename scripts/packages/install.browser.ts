import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  resolveBinaries,
  resolveCiliumChart,
  startLocalCluster,
} from '@tke-cilium/local-cluster';
import { ClusterPage } from '../../examples/app/e2e-tests/ClusterPage';
import { runInstallTemplate } from '../../examples/app/e2e-tests/runInstallTemplate';
import { test } from '../../examples/app/e2e-tests/browserTest';
import { signInAsGuest } from '../browser/signInAsGuest';
import { REPOSITORY_ROOT } from '../repositoryRoot';
import { followPage } from './followPage';
import { FreshApp } from './FreshApp';
import { packPackages } from './packPackages';
import { PackageRegistry } from './PackageRegistry';

const PAGE = path.join(REPOSITORY_ROOT, 'docs', 'install.md');

test('the packages do in a new Backstage what docs/install.md says', async ({
  browser,
}) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tke-cilium-packages-'));
  const { step } = test;
  const undo: (() => Promise<void>)[] = [
    () => rm(folder, { recursive: true, force: true }),
  ];

  try {
    const packages = await step('pack', () =>
      packPackages(path.join(folder, 'packages')),
    );
    const registry = await PackageRegistry.start(packages);
    undo.unshift(() => registry.stop());

    const clusters = path.join(folder, 'clusters');
    await mkdir(clusters);
    const cluster = await step('start the cluster of the page', () =>
      startLocalCluster({
        id: 'cls-1a2b3c4d',
        directory: path.join(clusters, 'cls-1a2b3c4d'),
        simulator: true,
      }),
    );
    undo.unshift(() => cluster.stop());

    const { helm } = await resolveBinaries();
    const chart = await resolveCiliumChart();
    const app = await step('create an app', () =>
      FreshApp.create({
        folder: path.join(folder, 'fresh'),
        registryUrl: registry.url,
        env: {
          TKE_CILIUM_HELM: helm,
          // The page needs the network for two things; both are here.
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: `url.${REPOSITORY_ROOT}.insteadOf`,
          GIT_CONFIG_VALUE_0: 'https://github.com/tke-cilium/tke-cilium',
          APP_CONFIG_tkeCilium_helm_chartsDirectory: path.dirname(chart),
        },
      }),
    );
    undo.unshift(async () => {
      await app.stop();
      await writeFile(test.info().outputPath('backstage.log'), app.log);
    });
    await followPage(PAGE, app, {
      paths: {
        '/etc/backstage/clusters/cls-1a2b3c4d.yaml': cluster.kubeconfigPath,
      },
      step,
    });
    await step('yarn tsc', () => app.run('yarn tsc'));

    const context = await browser.newContext({ baseURL: app.addresses.app });
    await signInAsGuest(context);
    const page = await ClusterPage.open(
      await context.newPage(),
      'cls-1a2b3c4d',
    );
    await page.expectPhase('Not installed');
    await step('install Cilium by template', async () => {
      const second = await context.newPage();
      await runInstallTemplate(second);
    });
    await page.expectPhase('Waiting for nodes');
    await cluster.addNodes(2);
    await page.expectPhase('Ready');
    await page.page.screenshot({ path: test.info().outputPath('page.png') });
  } finally {
    for (const action of undo) {
      await action();
    }
  }
});
