import { CommonClient } from 'tencentcloud-sdk-nodejs/tencentcloud/common/common_client';
import { startTencentCloud } from '../server/startTencentCloud';
import { TencentCloud } from '../server/types';

const ACCOUNT = { secretId: 'AKIDtest', secretKey: 'secret' };

describe('the lists of networks and machines', () => {
  let cloud: TencentCloud;

  beforeAll(async () => {
    cloud = await startTencentCloud({
      ...ACCOUNT,
      requestsPerSecond: 1000,
      machines: {
        instanceTypes: [
          {
            instanceType: 'S5.MEDIUM4',
            typeName: 'Standard S5',
            cpu: 2,
            memoryGiB: 4,
            zones: [{ zone: 3 }, { zone: 6, soldOut: true }],
          },
        ],
        keyPairs: Array.from({ length: 30 }, (_, index) => ({
          keyId: `skey-${index}`,
          name: `key ${index}`,
          publicKey: 'ssh-ed25519 AAAA',
        })),
      },
    });
  });
  afterAll(() => cloud.stop());

  function call(
    action: string,
    request: object,
    version = '2017-03-12',
  ): Promise<any> {
    const endpoint = cloud.url.replace('http://', '');
    return new CommonClient(endpoint, version, {
      credential: ACCOUNT,
      region: 'ap-guangzhou',
      profile: { httpProfile: { protocol: 'http://', endpoint } },
    }).request(action, request);
  }

  it.each([
    ['twenty unless told otherwise', {}, 20, 'skey-0'],
    ['so many as are asked for', { Limit: 7 }, 7, 'skey-0'],
    ['the rest', { Offset: 25, Limit: 100 }, 5, 'skey-25'],
  ])('have pages: %s', async (_, request, length, first) => {
    const answer = await call('DescribeKeyPairs', request);
    expect(answer.TotalCount).toBe(30);
    expect(answer.KeyPairSet).toHaveLength(length);
    expect(answer.KeyPairSet[0].KeyId).toBe(first);
  });

  it('give by id or by filter', async () => {
    const [byId, byFilter] = await Promise.all([
      call('DescribeKeyPairs', { KeyIds: ['skey-3'] }),
      call('DescribeSubnets', {
        Filters: [
          { Name: 'vpc-id', Values: ['vpc-demo0001'] },
          { Name: 'zone', Values: ['ap-guangzhou-6'] },
        ],
      }),
    ]);
    expect(byId.KeyPairSet).toMatchObject([{ KeyName: 'key 3' }]);
    expect(byFilter.SubnetSet).toMatchObject([{ SubnetId: 'subnet-demopod2' }]);
  });

  it('tell a machine type once for each zone and way to pay, and whether it is sold out', async () => {
    const { InstanceTypeQuotaSet: all } = await call(
      'DescribeZoneInstanceConfigInfos',
      {},
    );
    expect(all).toHaveLength(4);
    const { InstanceTypeQuotaSet: hourly } = await call(
      'DescribeZoneInstanceConfigInfos',
      {
        Filters: [
          { Name: 'instance-charge-type', Values: ['POSTPAID_BY_HOUR'] },
        ],
      },
    );
    expect(hourly.map((each: any) => `${each.Zone} ${each.Status}`)).toEqual([
      'ap-guangzhou-3 SELL',
      'ap-guangzhou-6 SOLD_OUT',
    ]);
  });

  it.each([
    ['DescribeKeyPairs', { Limit: 101 }, 'InvalidParameterValue.Range'],
    ['DescribeVpcs', { Limit: '0' }, 'InvalidParameterValue.Range'],
    ['DescribeVpcs', { Limit: 100 }, 'InvalidParameter'],
    ['DescribeKeyPairs', { Limit: '100' }, 'InvalidParameter'],
    [
      'DescribeSubnets',
      { Filters: [{ Name: 'vpcId', Values: ['vpc-demo0001'] }] },
      'InvalidFilter',
    ],
    [
      'DescribeKeyPairs',
      {
        KeyIds: ['skey-1'],
        Filters: [{ Name: 'key-name', Values: ['key 1'] }],
      },
      'InvalidParameter.Coexist',
    ],
  ])('refuse %s with %p', async (action, request, code) => {
    await expect(call(action, request)).rejects.toMatchObject({ code });
  });

  it.each([
    [{}, 'MissingParameter'],
    [{ Product: 'tke', Limit: 100 }, 'UnknownParameter'],
    [{ Product: 'bicycles' }, 'InvalidParameterValue'],
  ])('refuse regions for %p', async (request, code) => {
    await expect(
      call('DescribeRegions', request, '2022-06-27'),
    ).rejects.toMatchObject({ code });
  });
});
