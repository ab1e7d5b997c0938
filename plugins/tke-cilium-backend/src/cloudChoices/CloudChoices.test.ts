import { AddressInfo } from 'node:net';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DefaultApiClient } from '@tke-cilium/backstage-plugin-tke-cilium-common/client';
import {
  startTencentCloud,
  TencentCloud,
  type FaultRule,
} from '@tke-cilium/tencent-stand-in';
import request from 'supertest';
import { LogLine, recordLog } from '../__testUtils__/recordLog';
import tkeCiliumPlugin from '../index';

jest.setTimeout(60_000);

const KEYS = { secretId: 'AKIDtest', secretKey: 'nobody-may-see-this' };
const WRONG_KEY = 'nor-this-one';
const PLACE = 'account=production&region=ap-guangzhou';
const PATH = '/api/tke-cilium/cloud/choices';

/** An entity of a cluster, with these annotations. */
const entity = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name,
    namespace: 'default',
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([key, value]) => [
        `tencentcloud.com/${key}`,
        value,
      ]),
    ),
  },
});

const LOCATED = { account: 'production', region: 'ap-guangzhou' };
const ENTITIES = [
  entity('shop', { 'cluster-id': 'cls-shop0001', ...LOCATED }),
  entity('empty', { 'cluster-id': 'cls-empty001', ...LOCATED }),
  entity('gone', { 'cluster-id': 'cls-gone0001', ...LOCATED }),
  entity('local', { 'cluster-id': 'cls-local001', region: 'ap-guangzhou' }),
  entity('elsewhere', {
    'cluster-id': 'cls-elsewhere',
    account: 'elsewhere',
    region: 'ap-guangzhou',
  }),
  entity('secret', { 'cluster-id': 'cls-shop0001', ...LOCATED }),
];

describe('GET /cloud/choices', () => {
  let cloud: TencentCloud;
  let backend: TestBackend;
  const lines: LogLine[] = [];
  const auditor = mockServices.auditor.mock();
  const recorded = { success: jest.fn(), fail: jest.fn() };
  const catalog = catalogServiceMock.mock();

  async function start(
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) {
    cloud = await startTencentCloud({
      ...KEYS,
      requestsPerSecond: 1000,
      clusters: [
        { clusterId: 'cls-shop0001', vpcId: 'vpc-demo0001' },
        { clusterId: 'cls-empty001', vpcId: 'vpc-demo0002' },
      ].map(each => ({ ...each, region: 'ap-guangzhou', kubeconfig: '' })),
    });
    const account = (name: string, secretKey = KEYS.secretKey) => ({
      name,
      regions: ['ap-shanghai', 'ap-guangzhou', 'ap-nowhere'],
      endpoint: cloud.url,
      credentials: { source: 'keys', ...KEYS, secretKey },
    });
    backend = await startTestBackend({
      features: [
        tkeCiliumPlugin,
        recordLog(lines),
        mockServices.rootConfig.factory({
          data: {
            tkeCilium: {
              tencentCloud: {
                accounts: [
                  account('production'),
                  account('mistyped', WRONG_KEY),
                  { ...account('pretended'), simulation: true },
                ],
              },
            },
          },
        }),
        mockServices.permissions.factory({ result }),
        catalog.factory,
        auditor.factory,
      ],
    });
  }

  beforeEach(() => {
    lines.length = 0;
    jest.clearAllMocks();
    auditor.createEvent.mockResolvedValue(recorded);
    catalog.getEntityByRef.mockImplementation(async (ref, options) => {
      const found = await catalogServiceMock({
        entities: ENTITIES,
      }).getEntityByRef(ref, options);
      const { principal } = (options as { credentials: BackstageCredentials })
        .credentials;
      const isTheirs =
        (principal as { userEntityRef?: string }).userEntityRef ===
        'user:default/owner';
      return found?.metadata.name === 'secret' && !isTheirs ? undefined : found;
    });
  });

  afterEach(() => jest.restoreAllMocks());

  async function stop() {
    await backend?.stop();
    await cloud?.stop();
  }

  const get = (path: string) => request(backend.server).get(`${PATH}/${path}`);
  const calls = () => cloud.journal.map(({ action }) => action);

  async function valuesOf(path: string): Promise<string[]> {
    const { body } = await get(path);
    return body.items.map(({ value }: { value: string }) => value);
  }

  describe('for who may ask', () => {
    beforeAll(() => start());
    beforeEach(() => {
      cloud.journal.length = 0;
    });
    afterAll(stop);

    it('answers the typed client', async () => {
      const { port } = backend.server.address() as AddressInfo;
      const client = new DefaultApiClient({
        discoveryApi: {
          getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
        },
        fetchApi: { fetch },
      });
      const response = await client.getCloudChoices({
        path: { kind: 'subnets' },
        query: {
          account: 'production',
          region: 'ap-guangzhou',
          vpcId: 'vpc-demo0001',
        },
      });
      const { items, observedAt } = await response.json();
      expect(items[0]).toEqual({
        value: 'subnet-demonode',
        title: 'nodes',
        details: {
          vpcId: 'vpc-demo0001',
          zone: 'ap-guangzhou-3',
          cidrBlock: '10.10.128.0/24',
          availableAddresses: 250,
        },
      });
      expect(Date.now() - Date.parse(observedAt)).toBeLessThan(60_000);
    });

    it.each([
      ['accounts', ['production', 'mistyped', 'pretended']],
      [
        // Those of the configuration that exist, in its order.
        'regions?account=production',
        ['ap-shanghai', 'ap-guangzhou'],
      ],
      [`kubernetes-versions?${PLACE}`, ['1.34.1', '1.32.2', '1.30.0']],
      [`vpcs?${PLACE}`, ['vpc-demo0001', 'vpc-demo0002']],
      [`subnets?${PLACE}&vpcId=vpc-demo0002`, []],
      [`security-groups?${PLACE}`, ['sg-demo0001']],
      [`key-pairs?${PLACE}`, ['skey-demo0001']],
      [`instance-families?${PLACE}`, ['S5', 'SA2', 'SA5', 'GN7']],
      [`instance-families?${PLACE}&zone=ap-guangzhou-3`, ['S5', 'SA2', 'SA5']],
    ])('offers for %s %j', async (path, expected) => {
      expect(await valuesOf(path)).toEqual(expected);
    });

    it('marks the accounts that are simulations, and no others', async () => {
      expect((await get('accounts')).body.items).toEqual([
        { value: 'production' },
        { value: 'mistyped' },
        { value: 'pretended', details: { status: 'simulation' } },
      ]);
    });

    it('offers what a zone sells', async () => {
      const types = await valuesOf(
        `instance-types?${PLACE}&zone=ap-guangzhou-3`,
      );
      expect(types).toContain('SA5.MEDIUM4');
      expect(types).not.toContain('GN7.2XLARGE32');
    });

    it.each([
      [400, 'clusters', 'kind'],
      [400, 'regions', '"account"'],
      [400, 'vpcs?account=production', '"region"'],
      [400, 'vpcs?account=production&region=Guangzhou', 'region'],
      [400, 'vpcs?account=production&region=ap-beijing', 'region "ap-beijing"'],
      [400, `subnets?${PLACE}&vpcId=demo`, 'vpcId'],
      [400, `instance-types?${PLACE}&zone=3`, 'zone'],
      [400, `vpcs?${PLACE}&color=red`, 'color'],
      [400, 'subnets?cluster=shop', 'cluster'],
      [400, 'subnets?cluster=resource:default/local', 'com/account"'],
      [404, 'subnets?cluster=resource:default/none', 'default/none'],
      [404, 'subnets?cluster=resource:default/elsewhere', '"elsewhere"'],
      [404, 'regions?account=elsewhere', 'account "elsewhere"'],
      [404, 'vpcs?account=elsewhere&region=ap-guangzhou', 'production'],
    ])('answers %i to %s and says %s', async (expected, path, words) => {
      const { status, body } = await get(path);
      expect(status).toBe(expected);
      expect(body.error.message).toContain(words);
      expect(calls()).toEqual([]);
    });

    it('offers what the account and the VPC of a cluster have', async () => {
      const of = (name: string) => `cluster=resource:default/${name}`;
      expect(await valuesOf(`subnets?${of('shop')}`)).toHaveLength(3);
      expect(await valuesOf(`subnets?${of('empty')}`)).toEqual([]);
      expect(await valuesOf(`key-pairs?${of('empty')}`)).toEqual([
        'skey-demo0001',
      ]);
      // Whatever else is said of where to look.
      expect(
        await valuesOf(`subnets?${of('empty')}&vpcId=vpc-demo0001`),
      ).toEqual([]);
    });

    it('looks at the entity of the cluster as the caller', async () => {
      const path = 'subnets?cluster=resource:default/secret';
      const { status, body } = await get(path);
      expect(status).toBe(404);
      expect(body.error.message).toBe(
        'There is no catalog entity resource:default/secret that you may see.',
      );
      expect(calls()).toEqual([]);
      const owner = mockCredentials.user.header('user:default/owner');
      expect((await get(path).set('Authorization', owner)).status).toBe(200);
      expect((await get(path)).status).toBe(404);
    });

    it('records who asked for what', async () => {
      await get(`vpcs?${PLACE}`);
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'cloud-fetch',
          meta: {
            queryType: 'vpcs',
            account: 'production',
            region: 'ap-guangzhou',
          },
        }),
      );
      expect(recorded.success).toHaveBeenCalledTimes(1);
    });

    it('serves nobody without credentials', async () => {
      const { status } = await get('accounts').set(
        'Authorization',
        mockCredentials.none.header(),
      );
      expect(status).toBe(401);
    });
  });

  describe('for others', () => {
    beforeAll(() => start(AuthorizeResult.DENY));
    afterAll(stop);

    it.each(['accounts', 'vpcs?account=elsewhere', `vpcs?${PLACE}`])(
      'tells nothing to who lacks the permission: %s',
      async path => {
        const { status, body } = await get(path);
        expect(status).toBe(403);
        expect(body.error.name).toBe('NotAllowedError');
        expect(body.error.message).toContain('"tkeCilium.cloud.read"');
        expect(calls()).toEqual([]);
      },
    );
  });

  describe('of many questions at once', () => {
    beforeEach(() => start());
    afterEach(stop);

    it('asks the cloud the same one once, and again after a minute', async () => {
      const path = `subnets?${PLACE}&vpcId=vpc-demo0001`;
      const answers = await Promise.all([get(path), get(path), get(path)]);
      answers.push(await get(`${path}&zone=ap-guangzhou-3`));
      expect(calls()).toEqual(['DescribeSubnets']);
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);

      const real = performance.now.bind(performance);
      jest.spyOn(performance, 'now').mockImplementation(() => real() + 61_000);
      await get(path);
      expect(calls()).toHaveLength(2);
    });

    it('asks once for a cluster, for everybody who may see it', async () => {
      const path = 'subnets?cluster=resource:default/shop';
      await Promise.all([get(path), get(path)]);
      await get(path);
      expect(calls()).toEqual(['DescribeClusters', 'DescribeSubnets']);
      expect(catalog.getEntityByRef).toHaveBeenCalledTimes(3);
    });

    it('says that a cluster is gone', async () => {
      const { status, body } = await get(
        'subnets?cluster=resource:default/gone',
      );
      expect(status).toBe(404);
      expect(body.error.message).toContain('has no cluster cls-gone0001');
    });

    it('asks each one that differs', async () => {
      await Promise.all(
        [
          `subnets?${PLACE}`,
          `subnets?${PLACE}&vpcId=vpc-demo0001`,
          'subnets?account=production&region=ap-shanghai',
          `instance-types?${PLACE}`,
          `instance-types?${PLACE}&zone=ap-guangzhou-3`,
        ].map(path => get(path)),
      );
      expect(calls()).toHaveLength(5);
    });
  });

  describe('when the cloud gives no answer', () => {
    beforeEach(() => start());
    afterEach(stop);

    it.each<[string, Pick<FaultRule, 'fault' | 'times'>, RegExp]>([
      [
        'no right',
        {
          fault: {
            code: 'UnauthorizedOperation',
            message: 'You are not authorized to perform this operation.',
          },
        },
        /DescribeKeyPairs for the SSH keys failed: You are not authorized to perform this operation \(UnauthorizedOperation, RequestId [0-9a-f-]{36}\)\. Allow the action cvm:DescribeKeyPairs to this account's identity in CAM\.$/,
      ],
      [
        'no right, in other words',
        { fault: { code: 'AuthFailure.UnauthorizedOperation' } },
        /\(AuthFailure\.UnauthorizedOperation, RequestId [0-9a-f-]{36}\)\. Allow the action cvm:DescribeKeyPairs/,
      ],
      [
        'too many calls, again and again',
        { fault: { code: 'RequestLimitExceeded' }, times: 6 },
        /\(RequestLimitExceeded, RequestId [0-9a-f-]{36}\)\. The API allows 20 requests a second; try again later\.$/,
      ],
    ])(
      'says why and what to do: %s; and asks again next time',
      async (_, rule, message) => {
        cloud.fail({ action: 'DescribeKeyPairs', ...rule });
        const path = `key-pairs?${PLACE}`;
        const answers = await Promise.all([get(path), get(path)]);
        for (const { status, body } of answers) {
          expect(status).toBe(503);
          expect(body.error.message).toMatch(message);
          expect(body.error.message).toContain(
            'Tencent Cloud account "production", region ap-guangzhou',
          );
        }
        expect(calls()).toHaveLength(rule.times ?? 1);
        expect(recorded.fail).toHaveBeenCalledTimes(2);
        expect(await valuesOf(path)).toEqual(['skey-demo0001']);
      },
    );

    it('does not let people wait for long', async () => {
      const soon = AbortSignal.timeout(300);
      jest.spyOn(AbortSignal, 'timeout').mockReturnValue(soon);
      cloud.fail({ action: 'DescribeVpcs', fault: 'hang' });
      const { status, body } = await get(`vpcs?${PLACE}`);
      expect(status).toBe(503);
      expect(body.error.message).toMatch(/no list of vpcs came within 15 s/);
      expect(AbortSignal.timeout).toHaveBeenCalledWith(15_000);
    });

    it('tells no secret, neither in answers nor in the log', async () => {
      const wrong = await get('vpcs?account=mistyped&region=ap-guangzhou');
      expect(wrong.body.error.message).toMatch(
        /AuthFailure\.SignatureFailure, RequestId .*Renew this account's credentials/,
      );
      cloud.fail({ action: 'DescribeVpcs', fault: { status: 403 } });
      const told = [
        wrong.text,
        (await get(`vpcs?${PLACE}`)).text,
        (await get(`key-pairs?${PLACE}`)).text,
        (await get('accounts')).text,
        JSON.stringify(lines),
        JSON.stringify(recorded.fail.mock.calls),
      ].join('\n');
      expect(told).toContain('SignatureFailure');
      for (const secret of [
        KEYS.secretId,
        KEYS.secretKey,
        WRONG_KEY,
        'ssh-ed25519',
      ]) {
        expect(told).not.toContain(secret);
      }
    });
  });
});
