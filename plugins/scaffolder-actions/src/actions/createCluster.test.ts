import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { startTencentCloud, TencentCloud } from '@tke-cilium/tencent-stand-in';
import { cloudConfig } from '../__testUtils__/cloudConfig';
import { scaffolderModuleTkeCilium } from '../module';

const KEYS = { secretId: 'AKIDofTheTest', secretKey: 'secret-of-the-test' };
const LEFT =
  /^cls-\w{8} is there now, and costs money.*press "Start Over".*Or delete it/;

describe('tke:cluster:create', () => {
  let cloud: TencentCloud;
  let action: TemplateAction<any, any, any> | undefined;
  let stop: () => Promise<void>;
  let lines: string[];

  beforeEach(async () => {
    lines = [];
    cloud = await startTencentCloud({ ...KEYS, consistencyMs: 3_000 });
    const backend = await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          {
            addActions: (...added) => {
              action = added.find(({ id }) => id === 'tke:cluster:create');
            },
          },
        ],
      ],
      features: [
        scaffolderModuleTkeCilium,
        // Never has an entity of what is made, however long it is looked for.
        catalogServiceMock.mock({
          getEntities: async () => {
            const later = Date.now() + 600_000;
            jest.spyOn(Date, 'now').mockReturnValue(later);
            return { items: [] };
          },
        }).factory,
        mockServices.rootConfig.factory({
          data: await cloudConfig({
            templates: [],
            endpoint: cloud.url,
            keys: KEYS,
          }),
        }),
      ],
    });
    stop = () => backend.stop();
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
      input: {
        account: 'simulation',
        region: 'ap-guangzhou',
        name: 'shop',
        kubernetesVersion: '1.32.2',
        vpcId: 'vpc-demo0001',
        podSubnetIds: ['subnet-demopod1'],
        serviceCidr: '172.16.0.0/20',
      },
    });
    const controller = new AbortController();
    jest.spyOn(ctx.logger, 'info').mockImplementation(message => {
      lines.push(String(message));
      onLine(String(message), () => controller.abort(new Error('cancelled')));
      return ctx.logger;
    });
    await action?.handler({ ...ctx, signal: controller.signal });
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
