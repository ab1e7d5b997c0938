import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
import { startTencentCloud, TencentCloud } from '@tke-cilium/tencent-stand-in';
import { CLUSTER_INPUT } from '../__testUtils__/clusterInput';
import { cloudConfig } from '../__testUtils__/cloudConfig';
import { clusterEntity } from '../__testUtils__/exampleTemplates';
import { startAction } from '../__testUtils__/startAction';

const KEYS = { secretId: 'AKIDofTheTest', secretKey: 'secret-of-the-test' };
const INPUT = { ...CLUSTER_INPUT, endpoint: 'public' };

/** What the configuration says of clusters that are made. */
type Access = { provider?: JsonObject; clustersFromCatalog?: JsonObject };

/** What the catalog has of any cluster that it is asked for. */
const ENTITIES = [clusterEntity('cls-any')];

describe('tke:cluster:create', () => {
  let cloud: TencentCloud;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    cloud = await startTencentCloud(KEYS);
  });
  afterEach(() => stop?.());
  afterAll(() => cloud?.stop());

  async function start(
    options: { access?: Access; simulation?: boolean } = {},
  ) {
    const data: any = await cloudConfig({
      templates: [],
      endpoint: cloud.url,
      keys: KEYS,
    });
    const { access, simulation = true } = options;
    const [account] = data.tkeCilium.tencentCloud.accounts;
    account.simulation = simulation;
    if (access) {
      account.clustersFromCatalog = access.clustersFromCatalog;
      data.catalog.providers.tkeCilium = access.provider;
    }
    const started = await startAction('tke:cluster:create', {
      config: data,
      entities: async () => ENTITIES,
    });
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
    const action = await start({ access });
    for (const isDryRun of [true, false]) {
      await expect(run(action, { isDryRun })).rejects.toThrow(message);
    }
    expect(made()).toBe(0);
  });

  it('names what is wrong with the configuration and with the input at once', async () => {
    const action = await start({ access: {} });
    await expect(run(action, { vpcId: 'vpc-elsewhere' })).rejects.toThrow(
      /fromTencentCloud.*There is no VPC vpc-elsewhere/s,
    );
    await expect(run(action, { vpcId: 'elsewhere' })).rejects.toThrow(
      /fromTencentCloud.*"elsewhere" does not look like/s,
    );
  });

  it.each([
    ['of Tencent Cloud', false, [expect.stringMatching(/^https:.*=cls-\w+$/)]],
    ['that is a simulation', true, []],
  ])(
    'leads to the console only from an account %s',
    async (_, simulation, addresses) => {
      const action = await start({ simulation });
      const { output } = await run(action, {
        isDryRun: false,
        name: `shop-${simulation}`,
      });
      const valuesOf = (wanted: string) =>
        jest
          .mocked(output)
          .mock.calls.filter(([name]) => name === wanted)
          .map(([, value]) => value);
      expect(valuesOf('clusterId')).toEqual([expect.stringMatching(/^cls-/)]);
      expect(valuesOf('consoleUrl')).toEqual(addresses);
    },
  );
});
