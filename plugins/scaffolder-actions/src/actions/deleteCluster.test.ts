import { Entity } from '@backstage/catalog-model';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  CLOUD_TAG_VALUE,
  CLOUD_TAGS,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { startTencentCloud, TencentCloud } from '@tke-cilium/tencent-stand-in';
import { cloudConfig } from '../__testUtils__/cloudConfig';
import { clusterEntity } from '../__testUtils__/exampleTemplates';
import { startAction } from '../__testUtils__/startAction';

const KEYS = { secretId: 'AKIDofTheTest', secretKey: 'secret-of-the-test' };
const CLUSTER = 'cls-1a2b3c4d';
const UNSEEN = /may not see it in the catalog/;

type Started = Awaited<ReturnType<typeof startAction>>;

describe('tke:cluster:delete', () => {
  let cloud: TencentCloud;
  let action: Started['action'];
  let stop: Started['stop'];
  let entities: Entity[];
  /** The time in the cloud. */
  let now: number;
  /** What a step has remembered, also when its backend died. */
  let checkpoints: Map<string, unknown>;

  beforeEach(async () => {
    now = Date.now();
    entities = [clusterEntity(CLUSTER)];
    checkpoints = new Map();
    cloud = await startTencentCloud({
      ...KEYS,
      speed: 60,
      now: () => now,
      clusters: [
        {
          clusterId: CLUSTER,
          region: 'ap-guangzhou',
          name: 'shop',
          kubeconfig: '',
          tags: [{ Key: CLOUD_TAGS.managedBy, Value: CLOUD_TAG_VALUE }],
        },
      ],
    });
    ({ action, stop } = await startAction('tke:cluster:delete', {
      config: await cloudConfig({
        templates: [],
        endpoint: cloud.url,
        keys: KEYS,
      }),
      entities: async () => entities,
    }));
  });
  afterEach(async () => {
    await stop?.();
    await cloud?.stop();
  });

  const calls = () =>
    cloud.journal.filter(entry => entry.action === 'DeleteCluster').length;

  /** One attempt of the same step. */
  async function attempt(options: {
    confirmName?: string;
    /** What happens as soon as it waits for the end of the deletion. */
    onWait?: (die: (reason: Error) => void) => void;
  }) {
    const { confirmName = 'shop', onWait } = options;
    const ctx = createMockActionContext({
      input: {
        account: 'simulation',
        region: 'ap-guangzhou',
        clusterId: CLUSTER,
        confirmName,
      },
    });
    const dead = new AbortController();
    jest.spyOn(ctx.logger, 'info').mockImplementation(line => {
      if (String(line).includes('it is Deleting')) {
        onWait?.(reason => dead.abort(reason));
      }
      return ctx.logger;
    });
    await action.handler({
      ...ctx,
      signal: dead.signal,
      async checkpoint({ key, fn }) {
        if (!checkpoints.has(key)) {
          checkpoints.set(key, await fn());
        }
        return checkpoints.get(key) as Awaited<ReturnType<typeof fn>>;
      },
    });
    return ctx;
  }

  const end = () => {
    now += 60_000;
  };

  async function dieInTheWait(): Promise<void> {
    const died = attempt({
      onWait: die => {
        entities = [];
        die(new Error('it died'));
      },
    });
    await expect(died).rejects.toThrow('it died');
  }

  it('goes on after its backend died, although the entity went when the deletion began', async () => {
    await dieInTheWait();
    await attempt({ onWait: end });
    expect(cloud.clusters.size).toBe(0);
    expect(calls()).toBe(1);
  });

  it('goes on after its backend died, also when the cluster is gone by then', async () => {
    await dieInTheWait();
    end();
    const { output } = await attempt({});
    expect(output).toHaveBeenCalledWith('changed', false);
    expect(cloud.clusters.size).toBe(0);
  });

  it('deletes nothing any more for whom may no longer', async () => {
    await expect(attempt({ confirmName: 'other' })).rejects.toThrow(
      /"other" is not the name/,
    );
    entities = [];
    await expect(attempt({})).rejects.toThrow(UNSEEN);
    expect(calls()).toBe(0);
  });

  it('says nothing of a cluster to whom never saw it', async () => {
    entities = [];
    cloud.clusters.clear();
    await expect(attempt({})).rejects.toThrow(UNSEEN);
    expect(checkpoints.size).toBe(0);
  });
});
