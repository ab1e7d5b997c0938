import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { tkeCiliumClusterInstallPermission } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { startTencentCloud, TencentCloud } from '@tke-cilium/tencent-stand-in';
import { cloudConfig } from '../__testUtils__/cloudConfig';
import { clusterEntity } from '../__testUtils__/exampleTemplates';
import { startAction } from '../__testUtils__/startAction';

type Started = Awaited<ReturnType<typeof startAction>>;

const KEYS = { secretId: 'AKIDofTheTest', secretKey: 'secret-of-the-test' };
const CLUSTER = 'cls-1a2b3c4d';

describe('tke:addon:install for somebody who may not install', () => {
  let cloud: TencentCloud;
  let action: Started['action'];
  let stop: Started['stop'];

  beforeAll(async () => {
    cloud = await startTencentCloud({
      ...KEYS,
      clusters: [
        {
          clusterId: CLUSTER,
          region: 'ap-guangzhou',
          status: 'Running',
          kubeconfig: '',
          addons: new Map([
            ['eniipamd', { version: '3.11.0', phase: 'Succeeded' }],
          ]),
        },
      ],
    });
    ({ action, stop } = await startAction('tke:addon:install', {
      config: await cloudConfig({
        templates: [],
        endpoint: cloud.url,
        keys: KEYS,
      }),
      entities: async () => [clusterEntity(CLUSTER)],
      features: [
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission }) => ({
              result:
                permission.name === tkeCiliumClusterInstallPermission.name
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            })),
        }).factory,
      ],
    }));
  });
  afterAll(async () => {
    await stop?.();
    await cloud?.stop();
  });

  async function install(addon: string, isDryRun = false) {
    const ctx = createMockActionContext({
      input: {
        account: 'simulation',
        region: 'ap-guangzhou',
        clusterId: CLUSTER,
        addon,
      },
    });
    await action.handler({ ...ctx, isDryRun });
    return ctx;
  }

  it('goes on where the addon is there', async () => {
    const { output } = await install('eniipamd');
    expect(output).toHaveBeenCalledWith('changed', false);
  });

  it.each([false, true])(
    'refuses what would be a change (dry run: %s)',
    async isDryRun => {
      await expect(install('karpenter', isDryRun)).rejects.toThrow(
        /lacks the permission "tkeCilium\.cluster\.install"/,
      );
      expect(
        cloud.journal.filter(entry => entry.action === 'InstallAddon'),
      ).toEqual([]);
    },
  );
});
