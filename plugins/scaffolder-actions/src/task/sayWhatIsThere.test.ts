import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { startTencentCloud, TencentCloud } from '@tke-cilium/tencent-stand-in';
import { CLUSTER_INPUT } from '../__testUtils__/clusterInput';
import { cloudConfig } from '../__testUtils__/cloudConfig';
import { startAction } from '../__testUtils__/startAction';

type Started = Awaited<ReturnType<typeof startAction>>;

const KEYS = { secretId: 'AKIDofTheTest', secretKey: 'secret-of-the-test' };
const THERE = /^cls-\w{8} is there now, and costs money/;
/** All of it, in an error. */
const LEFT = `${THERE.source}.*press "Start Over".*Or delete it`;

describe('a cluster whose task ends early', () => {
  let cloud: TencentCloud;
  let action: Started['action'];
  let stop: Started['stop'];
  let lines: string[];

  beforeEach(async () => {
    lines = [];
    cloud = await startTencentCloud({ ...KEYS, consistencyMs: 3_000 });
    ({ action, stop } = await startAction('tke:cluster:create', {
      config: await cloudConfig({
        templates: [],
        endpoint: cloud.url,
        keys: KEYS,
      }),
      // Never has an entity of what is made, however long it is looked for.
      entities: async () => {
        const later = Date.now() + 600_000;
        jest.spyOn(Date, 'now').mockReturnValue(later);
        return [];
      },
    }));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await stop?.();
    await cloud?.stop();
  });

  /** @param onLine - gets every line of the log, and what cancels the step */
  async function create(
    onLine: (line: string, cancel: () => void) => void,
  ): Promise<void> {
    const ctx = createMockActionContext({
      input: CLUSTER_INPUT,
    });
    const controller = new AbortController();
    jest.spyOn(ctx.logger, 'info').mockImplementation(message => {
      lines.push(String(message));
      onLine(String(message), () => controller.abort(new Error('cancelled')));
      return ctx.logger;
    });
    await action.handler({ ...ctx, signal: controller.signal });
  }

  it('is named, with what to do, when the catalog never shows it', async () => {
    await expect(create(() => {})).rejects.toThrow(
      new RegExp(`${LEFT}.*The catalog has no entity of cls-`),
    );
    expect(lines.filter(line => THERE.test(line))).toHaveLength(1);
    expect(lines.join(' ')).toMatch(new RegExp(LEFT.slice(1)));
    expect(cloud.clusters.size).toBe(1);
  });

  it('is named when it is cancelled before any list shows the cluster', async () => {
    await expect(
      create((line, cancel) => {
        if (THERE.test(line)) {
          cancel();
        }
      }),
    ).rejects.toThrow(new RegExp(`${LEFT}.*cancelled`));
    expect(cloud.clusters.size).toBe(1);
  });

  it('was told beforehand when it is cancelled before the cloud has answered', async () => {
    cloud.fail({ action: 'CreateCluster', fault: 'hang-after-success' });
    await expect(
      create((line, cancel) => {
        if (line.startsWith('Asking for')) {
          // As soon as the cloud has made it.
          const look = setInterval(() => {
            if (cloud.clusters.size > 0) {
              clearInterval(look);
              cancel();
            }
          }, 10);
        }
      }),
    ).rejects.toThrow('cancelled');
    expect(lines).toContain(
      'Asking for cluster "shop" in simulation, ap-guangzhou: from now on it may cost money',
    );
  });
});
