import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  CloudPhaseTest,
  POOL,
  SUPER_NODE,
} from '../__testUtils__/CloudPhaseTest';
import { CloudChoiceQuery, readCloudChoices } from '../cloudChoices';
import { listMadeClusters } from '../tencentCloud/listMadeClusters';
import { serviceOf } from '../tencentCloud/TencentCloudActions';
import {
  CloudPhaseContext,
  createCluster,
  createNativeNodePool,
  createRegularNodePool,
  createSuperNode,
  deleteCluster,
  deleteSuperNode,
  installAddon,
  openEndpoint,
  waitAddon,
  waitClusterRunning,
} from './index';

const DOCUMENT = resolve(__dirname, '../../../../docs/tencent-cloud.md');

/** What the table of rights says, by the id of the phase, or what else needs them. */
const documented = new Map(
  Array.from(
    readFileSync(DOCUMENT, 'utf8')
      .split(/^## /m)
      .find(section => section.startsWith('Rights per phase'))!
      .matchAll(/^\| `?(\w[^`|]+?)`? +\| (.*`.+) \|$/gm),
    ([, phase, actions]) => [
      phase,
      Array.from(
        actions.matchAll(/`((?:tke|vpc|cvm|region):\w+)`/g),
        ([, name]) => name,
      ),
    ],
  ),
);

type Step = (
  context: CloudPhaseContext,
  test: CloudPhaseTest,
  clusterId: string,
) => Promise<unknown>;

const LISTS: CloudChoiceQuery['kind'][] = [
  'regions',
  'kubernetes-versions',
  'vpcs',
  'subnets',
  'security-groups',
  'instance-types',
  'key-pairs',
];

const STEPS: [phase: string, step: Step][] = [
  [
    'lists in forms',
    ({ cloud, signal }) =>
      Promise.all(LISTS.map(kind => readCloudChoices(cloud, { kind }, signal))),
  ],
  ['entities of made clusters', ({ cloud }) => listMadeClusters(cloud)],
  ['tke:cluster:create', (context, test) => createCluster(context, test.input)],
  [
    'tke:cluster:wait-running',
    (context, _, clusterId) => waitClusterRunning(context, { clusterId }),
  ],
  [
    'tke:supernode:create',
    (context, _, clusterId) =>
      createSuperNode(context, { clusterId, ...SUPER_NODE }),
  ],
  [
    'tke:cluster:open-endpoint',
    (context, _, clusterId) =>
      openEndpoint(context, {
        clusterId,
        kind: 'public',
        securityGroupId: 'sg-demo0001',
      }),
  ],
  [
    'tke:addon:install',
    async (context, _, clusterId) => {
      const addon = { clusterId, addon: 'eniipamd', minimumVersion: '3.8.0' };
      await installAddon(context, addon);
      await installAddon(context, { clusterId, addon: 'karpenter' });
    },
  ],
  [
    'tke:addon:wait',
    (context, _, clusterId) =>
      waitAddon(context, { clusterId, addon: 'karpenter' }),
  ],
  [
    'tke:nodepool:create-native',
    (context, _, clusterId) =>
      createNativeNodePool(context, {
        ...POOL,
        clusterId,
        instanceTypes: ['SA5.MEDIUM4'],
      }),
  ],
  [
    'tke:nodepool:create-regular',
    (context, _, clusterId) =>
      createRegularNodePool(context, {
        ...POOL,
        clusterId,
        instanceType: 'S5.MEDIUM4',
      }),
  ],
  [
    'tke:supernode:delete',
    (context, _, clusterId) => deleteSuperNode(context, { clusterId }),
  ],
  [
    'tke:cluster:delete',
    (context, test, clusterId) =>
      deleteCluster(context, {
        clusterId,
        confirmName: test.input.name,
        liftProtection: true,
      }),
  ],
];

describe('the rights of the account', () => {
  it('are documented for every phase, and are all that it needs', async () => {
    const test = await CloudPhaseTest.start();
    try {
      for (const [phase, step] of STEPS) {
        const before = test.cloud.journal.length;
        const [clusterId = ''] = test.cloud.clusters.keys();
        await step(test.context(), test, clusterId);
        const used = test.cloud.journal
          .slice(before)
          .map(
            ({ action }) => `${serviceOf(action as never).service}:${action}`,
          );
        const missing = [...new Set(used)].filter(
          action => !documented.get(phase)?.includes(action),
        );
        expect({ phase, missing }).toEqual({ phase, missing: [] });
      }
    } finally {
      await test.stop();
    }
    expect([...documented.keys()].sort()).toEqual(
      STEPS.map(([phase]) => phase).sort(),
    );
  });
});
