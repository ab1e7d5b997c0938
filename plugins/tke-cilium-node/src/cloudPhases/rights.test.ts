import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CLOUD_CHOICE_KINDS } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  actionOf,
  CLOUD_PHASE_CALLS,
  CloudPhaseAttempt,
} from '../__testUtils__/cloudPhaseCalls';
import { CloudPhaseTest } from '../__testUtils__/CloudPhaseTest';
import { readCloudChoices } from '../cloudChoices';
import { listMadeClusters } from '../tencentCloud/listMadeClusters';
import { serviceOf } from '../tencentCloud/TencentCloudActions';

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
        actions.matchAll(/`((?:tke|vpc|cvm|region|as):\w+)`/g),
        ([, name]) => name,
      ),
    ],
  ),
);

const LISTS = CLOUD_CHOICE_KINDS.flatMap(kind =>
  kind === 'accounts' ? [] : kind,
);

/** Whatever asks the cloud, by its line in the document. */
const CALLS: Record<string, (attempt: CloudPhaseAttempt) => Promise<unknown>> =
  {
    'lists in forms': ({ context: { cloud, signal } }) =>
      Promise.all([
        ...LISTS.map(kind => readCloudChoices(cloud, { kind }, signal)),
        readCloudChoices(
          cloud,
          { kind: 'subnets', clusterId: 'cls-isthere1' },
          signal,
        ),
      ]),
    'entities of made clusters': ({ context }) =>
      listMadeClusters(context.cloud),
    ...CLOUD_PHASE_CALLS,
  };

describe('the rights of the account', () => {
  it('are documented for every phase, and are all that it needs', async () => {
    const test = await CloudPhaseTest.start({
      clusters: [
        { clusterId: 'cls-isthere1', region: 'ap-guangzhou', kubeconfig: '' },
      ],
    });
    try {
      for (const [name, call] of Object.entries(CALLS)) {
        const phase = actionOf(name);
        const before = test.cloud.journal.length;
        const [, clusterId = ''] = test.cloud.clusters.keys();
        await call({ test, context: test.context(), clusterId });
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
    expect(new Set(documented.keys())).toEqual(
      new Set(Object.keys(CALLS).map(actionOf)),
    );
  });
});
