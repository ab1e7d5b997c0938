import { ACCOUNT } from '@tke-cilium/tencent-stand-in';
import { actionOf } from '../__testUtils__/cloudPhaseCalls';
import { Call, CALLS } from '../__testUtils__/cloudPhaseRows';
import { CloudPhaseTest } from '../__testUtils__/CloudPhaseTest';

/** What the cloud says of a cluster's account where something of it has failed. */
const REASON = `uin/${ACCOUNT.uin} (AppId ${ACCOUNT.appId}) is in arrears`;

describe('what phases tell', () => {
  let test: CloudPhaseTest;
  let clusterId: string;

  beforeEach(async () => {
    test = await CloudPhaseTest.start();
    clusterId = await test.runningCluster();
  });
  afterEach(() => test.stop());

  it.each<[Call, () => void]>([
    [
      'tke:addon:wait',
      () =>
        test.cloud.clusters.get(clusterId)!.addons!.set('eniipamd', {
          version: '3.8.0',
          phase: 'InstallFailed',
          reason: REASON,
        }),
    ],
    [
      'tke:cluster:open-endpoint',
      () => {
        const cluster = test.cloud.clusters.get(clusterId)!;
        Object.defineProperty(cluster, 'intranet', {
          get: () => ({
            status: test.calls('CreateClusterEndpoint')
              ? 'CreateFailed'
              : 'NotFound',
            errorMessage: REASON,
          }),
          set: () => {},
        });
      },
    ],
  ])('has no id of the account: %s', async (call, fail) => {
    fail();
    const context = test.context();
    const error = await CALLS[call]({ test, context, clusterId }).catch(
      each => each,
    );
    expect(error.message).toContain('uin/*** (AppId ***) is in arrears');
    expect(error.message).toContain(actionOf(call));
    for (const id of Object.values(ACCOUNT)) {
      expect([error.message, ...test.lines].join('\n')).not.toContain(id);
    }
  });
});
