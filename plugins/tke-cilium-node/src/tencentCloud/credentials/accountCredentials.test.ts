import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ACCOUNT,
  startTencentCloud,
  TencentCloud,
} from '@tke-cilium/tencent-stand-in';
import { startMetadataServer } from '../../__testUtils__/startMetadataServer';
import { SdkTencentCloudApi } from '../SdkTencentCloudApi';
import { CredentialSource, TencentCloudAccount } from '../TencentCloudAccount';

const KEYS = { secretId: 'AKIDtest', secretKey: 'nobody-may-see-this' };
const REGION = 'ap-guangzhou';
const CLUSTER = 'cls-aaaaaaaa';
const ROLE = {
  arn: `qcs::cam::uin/${ACCOUNT.uin}:roleName/backstage`,
  sessionName: 'tke-cilium',
};
const HOUR = 3_600_000;

describe('accountCredentials', () => {
  let cloud: TencentCloud;
  let home: string;
  let metadata: Awaited<ReturnType<typeof startMetadataServer>>;
  const environment = { ...process.env };

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'credentials-'));
    jest.spyOn(os, 'homedir').mockReturnValue(home);
    cloud = await startTencentCloud({
      ...KEYS,
      roles: [ROLE.arn],
      webIdentityToken: 'who the Pod is',
      clusters: [{ clusterId: CLUSTER, region: REGION, kubeconfig: '' }],
    });
    metadata = await startMetadataServer(cloud);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    process.env = { ...environment };
    await metadata.stop();
    await cloud.stop();
    await rm(home, { recursive: true });
  });

  function openApi(credentials: Partial<TencentCloudAccount['credentials']>) {
    return SdkTencentCloudApi.create({
      name: 'production',
      regions: [REGION],
      simulation: false,
      endpoint: new URL(cloud.url),
      credentials: { source: 'keys', ...KEYS, ...credentials },
    });
  }

  const read = (api: SdkTencentCloudApi, signal?: AbortSignal) =>
    api.call(
      'DescribeClusterEndpoints',
      { ClusterId: CLUSTER },
      { region: REGION, subject: `cluster ${CLUSTER}`, signal },
    );
  const change = (api: SdkTencentCloudApi) =>
    api.call(
      'DisableClusterDeletionProtection',
      { ClusterId: CLUSTER },
      { region: REGION, subject: `cluster ${CLUSTER}` },
    );
  const count = (action: string) =>
    cloud.journal.filter(entry => entry.action === action).length;

  const PREPARE: Record<CredentialSource, () => void | Promise<void>> = {
    keys: () => {},
    environment: () => {
      process.env.TENCENTCLOUD_SECRET_ID = KEYS.secretId;
      process.env.TENCENTCLOUD_SECRET_KEY = KEYS.secretKey;
    },
    profile: async () => {
      await mkdir(join(home, '.tencentcloud'));
      await writeFile(
        join(home, '.tencentcloud', 'credentials'),
        `[default]\nsecret_id = ${KEYS.secretId}\nsecret_key = ${KEYS.secretKey}\n`,
      );
    },
    instanceRole: () => {
      process.env.http_proxy = metadata.proxyUrl;
    },
    podIdentity: async () => {
      const tokenFile = join(home, 'token');
      await writeFile(tokenFile, 'who the Pod is');
      Object.assign(process.env, {
        TKE_REGION: REGION,
        TKE_PROVIDER_ID: 'provider',
        TKE_WEB_IDENTITY_TOKEN_FILE: tokenFile,
        TKE_ROLE_ARN: ROLE.arn,
      });
    },
  };
  const SOURCES = Object.keys(PREPARE) as CredentialSource[];

  describe.each(SOURCES)('from the source "%s"', source => {
    beforeEach(() => PREPARE[source]());

    it('signs what the API takes, and asks for credentials once', async () => {
      const api = openApi({ source });
      await Promise.all([read(api), read(api)]);
      await change(api);
      expect(count('AssumeRoleWithWebIdentity')).toBe(
        source === 'podIdentity' ? 1 : 0,
      );
      expect(metadata.asked).toBe(source === 'instanceRole' ? 2 : 0);
    });

    it('assumes a role with them', async () => {
      const api = openApi({ source, assumeRole: ROLE });
      await Promise.all([read(api), read(api)]);
      expect(count('AssumeRole')).toBe(1);
    });
  });

  it.each(SOURCES.filter(source => source !== 'keys'))(
    'says that the source "%s" has nothing, and finds it when it is there',
    async source => {
      metadata.status = 404;
      process.env.http_proxy = metadata.proxyUrl;
      const api = openApi({ source });
      await expect(read(api)).rejects.toMatchObject({
        kind: 'credentials',
        message: expect.stringMatching(
          /DescribeClusterEndpoints for cluster cls-aaaaaaaa failed: .*Check credentials of this account/,
        ),
      });
      metadata.status = 200;
      await PREPARE[source]();
      await expect(read(api)).resolves.toBeDefined();
    },
  );

  it('asks for security tokens where the account is, and past any proxy', async () => {
    await PREPARE.podIdentity();
    process.env.http_proxy = 'http://127.0.0.1:1';
    const api = openApi({ source: 'podIdentity', assumeRole: ROLE });
    await expect(read(api)).resolves.toBeDefined();
    expect(cloud.journal.map(({ action }) => action)).toEqual([
      'AssumeRoleWithWebIdentity',
      'AssumeRole',
      'DescribeClusterEndpoints',
    ]);
  });

  it('says why a role is refused, with code and request id and without the account', async () => {
    cloud.roles.clear();
    const error = await read(openApi({ assumeRole: ROLE })).catch(each => each);
    expect(error.message).toMatch(
      /^Tencent Cloud account "production", region ap-guangzhou: AssumeRole for DescribeClusterEndpoints for cluster cls-aaaaaaaa failed: you are not authorized .* \(UnauthorizedOperation, RequestId [0-9a-f-]{36}\)\. Allow the action sts:AssumeRole to this account's identity in CAM\.$/,
    );
    expect(error.message).not.toContain(ACCOUNT.uin);
    expect(error).toMatchObject({ kind: 'credentials', code: undefined });
    expect(count('AssumeRole')).toBe(1);
  });

  it.each([
    ['an internal error', { code: 'InternalError.DbError' }],
    ['HTTP 503', { status: 503 }],
    ['a reset', 'reset' as const],
  ])(
    'asks for a role again after %s, for changes too: nothing was changed yet',
    async (_, fault) => {
      cloud.fail({ action: 'AssumeRole', fault, times: 2 });
      await expect(
        change(openApi({ assumeRole: ROLE })),
      ).resolves.toBeDefined();
      expect(count('AssumeRole')).toBe(3);
      expect(count('DisableClusterDeletionProtection')).toBe(1);
    },
  );

  it('asks the metadata server again when it is not well', async () => {
    await PREPARE.instanceRole();
    const api = openApi({ source: 'instanceRole' });
    metadata.failNextCredential = true;
    await expect(read(api)).resolves.toBeDefined();
  });

  it('stops waiting for credentials when it is cancelled', async () => {
    cloud.fail({ action: 'AssumeRole', fault: 'hang' });
    const caller = new AbortController();
    const call = read(openApi({ assumeRole: ROLE }), caller.signal);
    while (count('AssumeRole') === 0) {
      await new Promise(setImmediate);
    }
    caller.abort(new Error('cancelled by the user'));
    await expect(call).rejects.toThrow('cancelled by the user');
  });

  it.each(['podIdentity', 'instanceRole', 'keys'] as const)(
    'gets a new token when the API does not take one of "%s" any more',
    async source => {
      await PREPARE[source]();
      const api = openApi({
        source,
        ...(source === 'keys' && { assumeRole: ROLE }),
      });
      await read(api);
      cloud.sessions.revoke();
      await expect(change(api)).resolves.toBeDefined();
      expect(count('DisableClusterDeletionProtection')).toBe(2);
    },
  );

  it('does not call twice with a key that the API does not take', async () => {
    const api = openApi({ secretKey: 'wrong' });
    await expect(read(api)).rejects.toThrow('AuthFailure.SignatureFailure');
    expect(cloud.journal).toHaveLength(1);
  });

  describe('shortly before a token ends', () => {
    let api: SdkTencentCloudApi;
    let offset = 0;

    beforeEach(async () => {
      offset = 0;
      const now = Date.now;
      jest.spyOn(Date, 'now').mockImplementation(() => now() + offset);
      api = openApi({ assumeRole: ROLE });
      await read(api);
      offset = 2 * HOUR - 240_000;
    });

    async function renewals(expected: number) {
      while (count('AssumeRole') < expected) {
        await new Promise(setImmediate);
      }
    }

    it('goes on with it while nobody gives another', async () => {
      cloud.fail({ action: 'AssumeRole', fault: 'hang', times: 9 });
      await expect(read(api)).resolves.toBeDefined();
      await expect(read(api)).resolves.toBeDefined();
      await renewals(2);
    });

    it('asks for another once', async () => {
      await read(api);
      await renewals(2);
      offset = 0;
      await read(api);
      expect(count('AssumeRole')).toBe(2);
    });

    it('stops when another is refused', async () => {
      cloud.roles.clear();
      await read(api);
      await renewals(2);
      await expect(
        (async () => {
          for (;;) {
            await read(api);
          }
        })(),
      ).rejects.toMatchObject({ kind: 'credentials' });
    });
  });
});
