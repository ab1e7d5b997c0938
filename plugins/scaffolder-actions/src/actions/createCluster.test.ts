import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
import { startTencentCloud, TencentCloud } from '@tke-cilium/tencent-stand-in';
import { cloudConfig } from '../__testUtils__/cloudConfig';
import { startAction } from '../__testUtils__/startAction';

const KEYS = { secretId: 'AKIDofTheTest', secretKey: 'secret-of-the-test' };
const ACTION = 'tke:cluster:create';
const LEFT =
  /^cls-\w{8} is there now, and costs money.*press "Start Over".*Or delete it/;
const INPUT = {
  account: 'simulation',
  region: 'ap-guangzhou',
  name: 'shop',
  kubernetesVersion: '1.32.2',
  vpcId: 'vpc-demo0001',
  podSubnetIds: ['subnet-demopod1'],
  serviceCidr: '172.16.0.0/20',
  endpoint: 'public',
};

type Started = Awaited<ReturnType<typeof startAction>>;

/** What the configuration says of clusters that are made. */
type Access = { provider?: JsonObject; clustersFromCatalog?: JsonObject };

describe(`${ACTION}, as this Backstage is configured`, () => {
  let cloud: TencentCloud;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    cloud = await startTencentCloud(KEYS);
  });
  afterEach(() => stop?.());
  afterAll(() => cloud?.stop());

  async function start(access?: Access) {
    const data: any = await cloudConfig({
      templates: [],
      endpoint: cloud.url,
      keys: KEYS,
    });
    if (access) {
      const [account] = data.tkeCilium.tencentCloud.accounts;
      account.clustersFromCatalog = access.clustersFromCatalog;
      data.catalog.providers.tkeCilium = access.provider;
    }
    const started = await startAction(ACTION, { config: data });
    stop = started.stop;
    return started.action;
  }

  async function run(
    action: Awaited<ReturnType<typeof start>>,
    { isDryRun = true, ...changes }: { isDryRun?: boolean } & JsonObject = {},
  ) {
    const ctx = createMockActionContext({ input: { ...INPUT, ...changes } });
    await action.handler({ ...ctx, isDryRun });
    return ctx;
  }

  const made = () =>
    cloud.journal.filter(({ action }) => action === 'CreateCluster').length;

  it('says what it would create where this Backstage would reach it', async () => {
    const { output } = await run(await start());
    expect(output).toHaveBeenCalledWith(
      'summary',
      expect.stringMatching(/^Would create cluster "shop"/),
    );
  });

  it.each<[string, Access, RegExp]>([
    [
      'the catalog would not have it, nor the backend a connection',
      {},
      /Nothing was made\.\n- .*fromTencentCloud is not set.*\n- .*account "simulation" takes no clusters from the origin tke-cilium:tencent-cloud\/simulation\/ap-guangzhou\//,
    ],
    [
      'it would be reached by the other access, which is the default',
      {
        provider: { owner: 'group:default/a', fromTencentCloud: true },
        clustersFromCatalog: { origins: ['tke-cilium:tencent-cloud/'] },
      },
      /public access would be opened.*by their intranet address.*clustersFromCatalog\.endpoint/,
    ],
  ])('makes nothing when %s', async (_, access, message) => {
    const action = await start(access);
    for (const isDryRun of [true, false]) {
      await expect(run(action, { isDryRun })).rejects.toThrow(message);
    }
    expect(made()).toBe(0);
  });

  it('names what is wrong with the configuration and with the input at once', async () => {
    const action = await start({});
    await expect(run(action, { vpcId: 'vpc-elsewhere' })).rejects.toThrow(
      /fromTencentCloud.*There is no VPC vpc-elsewhere/s,
    );
    await expect(run(action, { vpcId: 'elsewhere' })).rejects.toThrow(
      /"elsewhere" does not look like.*fromTencentCloud/s,
    );
  });
});

describe(`${ACTION}, ended early`, () => {
  let cloud: TencentCloud;
  let action: Started['action'];
  let stop: Started['stop'];
  let lines: string[];

  beforeEach(async () => {
    lines = [];
    cloud = await startTencentCloud({ ...KEYS, consistencyMs: 3_000 });
    ({ action, stop } = await startAction(ACTION, {
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
    const ctx = createMockActionContext({ input: INPUT });
    const controller = new AbortController();
    jest.spyOn(ctx.logger, 'info').mockImplementation(message => {
      lines.push(String(message));
      onLine(String(message), () => controller.abort(new Error('cancelled')));
      return ctx.logger;
    });
    await action.handler({ ...ctx, signal: controller.signal });
  }

  it('says what is left, and what to do, when the catalog never shows the cluster', async () => {
    await expect(create(() => {})).rejects.toThrow(
      new RegExp(`${LEFT.source}.*The catalog has no entity of cls-`),
    );
    expect(lines.filter(line => LEFT.test(line))).toHaveLength(1);
    expect(cloud.clusters.size).toBe(1);
  });

  it('says it when it is cancelled before any list shows the cluster', async () => {
    await expect(
      create((line, cancel) => {
        if (LEFT.test(line)) {
          cancel();
        }
      }),
    ).rejects.toThrow(new RegExp(`${LEFT.source}.*cancelled`));
    expect(cloud.clusters.size).toBe(1);
  });

  it('says that there may be one when it is cancelled before the cloud has answered', async () => {
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
      'Asking for cluster "shop" in simulation, ap-guangzhou. From now on it may be there, and cost money.',
    );
  });
});
