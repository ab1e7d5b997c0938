import { CommonClient } from 'tencentcloud-sdk-nodejs/tencentcloud/common/common_client';
import { tke } from 'tencentcloud-sdk-nodejs/tencentcloud/services/tke';
import { startTencentCloud } from './startTencentCloud';
import { TencentCloud } from './types';

const ACCOUNT = { secretId: 'AKIDtest', secretKey: 'secret' };

describe('startTencentCloud', () => {
  let cloud: TencentCloud;
  let now = Date.now();

  beforeEach(async () => {
    now = Date.now();
    cloud = await startTencentCloud({
      ...ACCOUNT,
      now: () => now,
      clusters: ['cls-aaaaaaaa', 'cls-bbbbbbbb'].map(clusterId => ({
        clusterId,
        region: 'ap-guangzhou',
        kubeconfig: 'clusters:\n- cluster:\n    server: https://127.0.0.1:1',
      })),
    });
  });
  afterEach(() => cloud.stop());

  function sdk(credential: object = ACCOUNT, region = 'ap-guangzhou') {
    return new tke.v20180525.Client({
      credential,
      region,
      profile: {
        httpProfile: {
          protocol: 'http://',
          endpoint: cloud.url.replace('http://', ''),
          reqTimeout: 1,
        },
      },
    });
  }

  it('answers the real SDK, in pages and by region', async () => {
    const { TotalCount, Clusters } = await sdk().DescribeClusters({ Limit: 1 });
    expect(TotalCount).toBe(2);
    expect(Clusters).toEqual([
      expect.objectContaining({
        ClusterId: 'cls-aaaaaaaa',
        ClusterStatus: 'Running',
      }),
    ]);
    expect(await sdk(ACCOUNT, 'ap-beijing').DescribeClusters({})).toMatchObject(
      { TotalCount: 0 },
    );
    expect(cloud.journal.map(({ region }) => region)).toEqual([
      'ap-guangzhou',
      'ap-beijing',
    ]);
  });

  it('gives a kubeconfig whose server is a name that nothing answers at', async () => {
    const { Kubeconfig } = await sdk().DescribeClusterKubeconfig({
      ClusterId: 'cls-aaaaaaaa',
    });
    expect(Kubeconfig).toContain(
      'server: https://cls-aaaaaaaa.ccs.tencent-cloud.com',
    );
  });

  it.each([
    [
      'another key',
      { secretId: 'AKIDtest', secretKey: 'wrong' },
      'AuthFailure.SignatureFailure',
    ],
    [
      'another id',
      { secretId: 'AKIDother', secretKey: 'secret' },
      'AuthFailure.SecretIdNotFound',
    ],
  ])('refuses %s', async (_, credential, code) => {
    await expect(sdk(credential).DescribeClusters({})).rejects.toMatchObject({
      code,
    });
  });

  describe('with a role', () => {
    const role = {
      RoleArn: 'qcs::cam::uin/100000000001:roleName/backstage',
      RoleSessionName: 'test',
    };

    function sts(credential: object = ACCOUNT) {
      return new CommonClient(cloud.url.replace('http://', ''), '2018-08-13', {
        credential,
        region: 'ap-guangzhou',
        profile: { httpProfile: { protocol: 'http://' } },
      });
    }

    it('gives temporary credentials, which are good with their token and until they end', async () => {
      cloud.roles.add(role.RoleArn);
      const { Credentials } = await sts().request('AssumeRole', role);
      const credential = {
        secretId: Credentials.TmpSecretId,
        secretKey: Credentials.TmpSecretKey,
        token: Credentials.Token,
      };
      const describe = (changes: object = {}) =>
        sdk({ ...credential, ...changes }).DescribeClusters({});
      await expect(describe()).resolves.toBeDefined();
      for (const token of ['wrong', null]) {
        await expect(describe({ token })).rejects.toMatchObject({
          code: 'AuthFailure.TokenFailure',
        });
      }
      await expect(describe({ secretKey: 'wrong' })).rejects.toMatchObject({
        code: 'AuthFailure.SignatureFailure',
      });
      cloud.sessions.revoke();
      await expect(describe()).rejects.toMatchObject({
        code: 'AuthFailure.TokenFailure',
      });
    });

    it('refuses roles that there are not, and tokens of other Pods', async () => {
      await expect(sts().request('AssumeRole', role)).rejects.toMatchObject({
        code: 'UnauthorizedOperation',
        message: expect.stringContaining('uin/100000000001'),
      });
      await expect(
        sts({}).request(
          'AssumeRoleWithWebIdentity',
          { ...role, ProviderId: 'tke', WebIdentityToken: 'somebody' },
          { skipSign: true },
        ),
      ).rejects.toMatchObject({
        code: 'InvalidParameter.WebIdentityTokenError',
      });
      // No other action goes without a signature.
      await expect(
        sts({}).request('AssumeRole', role, { skipSign: true }),
      ).rejects.toMatchObject({ code: 'AuthFailure.InvalidAuthorization' });
    });
  });

  it('refuses a signature of ten minutes ago', async () => {
    now += 600_000;
    await expect(sdk().DescribeClusters({})).rejects.toMatchObject({
      code: 'AuthFailure.SignatureExpire',
    });
  });

  it('says which cluster it does not know, and with which request', async () => {
    await expect(
      sdk().DescribeClusterEndpoints({ ClusterId: 'cls-zzzzzzzz' }),
    ).rejects.toMatchObject({
      code: 'InternalError.ClusterNotFound',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it.each([
    ['another member', { ClusterId: 'cls-aaaaaaaa', Extra: 1 }, 'Unknown'],
    ['no cluster', { IsExtranet: true }, 'Missing'],
    ['a text for a flag', { ClusterId: 'c', IsExtranet: 'yes' }, 'Invalid'],
    ['a list for a text', { ClusterId: ['cls-aaaaaaaa'] }, 'Invalid'],
  ])('refuses a request with %s', async (_, request, code) => {
    await expect(
      sdk().request('DescribeClusterKubeconfig', request),
    ).rejects.toMatchObject({ code: `${code}Parameter` });
  });

  it('fails as often as it is told to', async () => {
    cloud.fail({
      action: 'DescribeClusters',
      fault: { code: 'RequestLimitExceeded' },
      times: 2,
    });
    cloud.fail({ action: 'DescribeClusters', fault: { status: 502 } });
    cloud.fail({ action: 'DescribeClusters', fault: 'reset' });
    cloud.fail({ action: 'DescribeClusters', fault: 'hang' });
    cloud.fail({ action: 'DescribeClusters', fault: 'page' });
    cloud.fail({ action: 'DescribeClusters', fault: 'empty' });
    for (let call = 0; call < 7; call += 1) {
      await expect(sdk().DescribeClusters({})).rejects.toThrow();
    }
    await expect(sdk().DescribeClusters({})).resolves.toBeDefined();
    expect(cloud.journal.map(({ outcome }) => outcome)).toEqual([
      'RequestLimitExceeded',
      'RequestLimitExceeded',
      'HTTP 502',
      'reset',
      'hang',
      'page',
      'empty',
      'OK',
    ]);
  });
});
