import { inspect } from 'node:util';
import {
  ACCOUNT,
  startTencentCloud,
  TencentCloud,
} from '@tke-cilium/tencent-stand-in';
import { SdkTencentCloudApi } from './SdkTencentCloudApi';
import { TencentCloudAccount } from './TencentCloudAccount';
import { TencentCloudApi } from './TencentCloudApi';

const KEYS = { secretId: 'AKIDtest', secretKey: 'nobody-may-see-this' };
const CALL = { region: 'ap-guangzhou', subject: 'cluster cls-aaaaaaaa' };

describe('SdkTencentCloudApi', () => {
  let cloud: TencentCloud;
  let api: TencentCloudApi;

  beforeEach(async () => {
    cloud = await startTencentCloud({
      ...KEYS,
      clusters: [
        { clusterId: 'cls-aaaaaaaa', region: 'ap-guangzhou', kubeconfig: '' },
      ],
    });
    api = SdkTencentCloudApi.create(account());
  });
  afterEach(() => cloud.stop());

  function account(
    credentials: Partial<TencentCloudAccount['credentials']> = KEYS,
  ): TencentCloudAccount {
    return {
      name: 'production',
      regions: ['ap-guangzhou'],
      simulation: true,
      endpoint: new URL(cloud.url),
      credentials: { source: 'keys', ...credentials },
    };
  }

  function describeEndpoints(signal?: AbortSignal) {
    return api.call(
      'DescribeClusterEndpoints',
      { ClusterId: 'cls-aaaaaaaa' },
      { ...CALL, signal },
    );
  }

  it.each([
    ['an internal error', { code: 'InternalError' }],
    ['too many calls', { code: 'RequestLimitExceeded' }],
    ['HTTP 500', { status: 500 }],
    ['a reset', 'reset' as const],
    ['an answer of something else', 'page' as const],
    ['an empty answer', 'empty' as const],
  ])('asks again after %s', async (_, fault) => {
    cloud.fail({ action: 'DescribeClusterEndpoints', fault, times: 2 });
    await expect(describeEndpoints()).resolves.toMatchObject({
      ClusterIntranetEndpoint: '',
    });
    expect(cloud.journal).toHaveLength(3);
  });

  it('leaves out what the API says is null', async () => {
    expect(await describeEndpoints()).not.toHaveProperty('ClusterExternalACL');
  });

  it('says what was called for what, why it failed and what to do, and keeps code and request id', async () => {
    cloud.fail({
      action: 'DescribeClusterEndpoints',
      fault: {
        code: 'UnauthorizedOperation.CamNoAuth',
        message: 'you are not authorized.',
      },
    });
    const error = await describeEndpoints().catch(each => each);
    expect(error.message).toMatch(
      /^Tencent Cloud account "production", region ap-guangzhou: DescribeClusterEndpoints for cluster cls-aaaaaaaa failed: you are not authorized \(UnauthorizedOperation.CamNoAuth, RequestId [0-9a-f-]{36}\)\. Allow the action tke:DescribeClusterEndpoints to this account's identity in CAM\.$/,
    );
    expect(error).toMatchObject({
      kind: 'api',
      code: 'UnauthorizedOperation.CamNoAuth',
    });
    expect(cloud.journal).toHaveLength(1);
  });

  it('has no id of the account in a denial', async () => {
    cloud.fail({
      action: 'DescribeClusterEndpoints',
      fault: { code: 'UnauthorizedOperation.CamNoAuth' },
    });
    const error = await describeEndpoints().catch(each => each);
    expect(error.message).toContain(
      'failed: you are not authorized to perform operation (DescribeClusterEndpoints); resource (qcs:id/***:tke:ap-guangzhou:uin/***:cluster/*) has no permission (UnauthorizedOperation.CamNoAuth, RequestId',
    );
    const told = inspect(error, { depth: null });
    for (const id of Object.values(ACCOUNT)) {
      expect(told).not.toContain(id);
    }
  });

  it('stops at once when it is cancelled', async () => {
    cloud.fail({ action: 'DescribeClusterEndpoints', fault: 'hang' });
    const controller = new AbortController();
    const call = describeEndpoints(controller.signal);
    while (cloud.journal.length === 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    controller.abort(new Error('cancelled by the user'));
    await expect(call).rejects.toThrow('cancelled by the user');
  });

  it('does not ask more often than the API allows, and lets other actions pass', async () => {
    const start = performance.now();
    await Promise.all([
      ...Array.from({ length: 16 }, () => describeEndpoints()),
      api.call(
        'DescribeClusterEndpointStatus',
        { ClusterId: 'cls-aaaaaaaa' },
        CALL,
      ),
    ]);
    expect(performance.now() - start).toBeGreaterThan(950);
    const order = cloud.journal.map(({ action }) => action);
    expect(order.indexOf('DescribeClusterEndpointStatus')).toBeLessThan(16);
  });

  it('says that there are no credentials, and takes them when they appear', async () => {
    api = SdkTencentCloudApi.create(account({ source: 'environment' }));
    await expect(describeEndpoints()).rejects.toThrow(
      'Check credentials of this account in tkeCilium.tencentCloud.accounts.',
    );
    process.env.TENCENTCLOUD_SECRET_ID = KEYS.secretId;
    process.env.TENCENTCLOUD_SECRET_KEY = KEYS.secretKey;
    try {
      await expect(describeEndpoints()).resolves.toBeDefined();
    } finally {
      delete process.env.TENCENTCLOUD_SECRET_ID;
      delete process.env.TENCENTCLOUD_SECRET_KEY;
    }
  });

  it.each([
    ['an API error', { code: 'InvalidParameter' }],
    ['HTTP 403', { status: 403 }],
  ])('has no secret in the message of %s', async (_, fault) => {
    cloud.fail({ action: 'DescribeClusterEndpoints', fault });
    const error = await describeEndpoints().catch(each => each);
    expect(JSON.stringify([error.message, error.stack, error])).not.toContain(
      KEYS.secretKey,
    );
  });
});
