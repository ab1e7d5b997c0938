import { startTencentCloud, TencentCloud } from '@tke-cilium/tencent-stand-in';
import { ApiServerAccess } from '../connections/ApiServerAccess';
import { SdkTencentCloudApi } from './SdkTencentCloudApi';
import {
  TencentCloudKubeconfig,
  TencentCloudKubeconfigOptions,
} from './TencentCloudKubeconfig';

const KEYS = { secretId: 'AKIDtest', secretKey: 'nobody-may-see-this' };
const CLUSTER = 'cls-aaaaaaaa';
const MINUTE = 60_000;

function kubeconfigWith(token: string): string {
  return `apiVersion: v1
kind: Config
current-context: context
clusters:
- name: cluster
  cluster:
    server: https://replaced.by.the.cloud
users:
- name: user
  user:
    token: ${token}
contexts:
- name: context
  context: { cluster: cluster, user: user }
`;
}

describe('TencentCloudKubeconfig', () => {
  let cloud: TencentCloud;
  let now: number;

  beforeEach(async () => {
    now = 0;
    cloud = await startTencentCloud({
      ...KEYS,
      clusters: [
        {
          clusterId: CLUSTER,
          region: 'ap-guangzhou',
          intranet: { status: 'Created', address: '127.0.0.9' },
          kubeconfig: kubeconfigWith('first'),
        },
      ],
    });
  });
  afterEach(() => cloud.stop());

  function create(options: Partial<TencentCloudKubeconfigOptions> = {}) {
    return TencentCloudKubeconfig.create({
      clusterId: CLUSTER,
      region: 'ap-guangzhou',
      endpoint: 'intranet',
      api: SdkTencentCloudApi.create({
        name: 'production',
        regions: ['ap-guangzhou'],
        simulation: true,
        endpoint: new URL(cloud.url),
        credentials: { source: 'keys', ...KEYS },
      }),
      now: () => now,
      ...options,
    });
  }

  const cluster = () => cloud.clusters.get(CLUSTER)!;

  it('uses the address of the endpoint, not the name in the kubeconfig', async () => {
    const { server, headers } = await create().access();
    expect(server.href).toBe('https://127.0.0.9/');
    expect(headers.Authorization).toBe('Bearer first');
  });

  it('checks the certificate against another name when told so', async () => {
    const { kubeconfig } = await create({
      tlsServerName: 'kubernetes',
    }).access();
    expect(kubeconfig).toContain('"tls-server-name":"kubernetes"');
  });

  it('asks once for many, and again after ten minutes', async () => {
    const file = create();
    const [first, second] = await Promise.all([file.access(), file.access()]);
    expect(second).toBe(first);
    now = 9 * MINUTE;
    expect(await file.access()).toBe(first);
    expect(cloud.journal).toHaveLength(2);

    now = 11 * MINUTE;
    // Nothing changed, so the open connections are kept.
    expect(await file.access()).toBe(first);
    expect(cloud.journal).toHaveLength(4);

    now = 22 * MINUTE;
    cluster().kubeconfig = kubeconfigWith('second');
    expect((await file.access()).headers.Authorization).toBe('Bearer second');
  });

  it('goes on for an hour with what it has when the API does not answer', async () => {
    const file = create();
    const first = await file.access();
    cloud.fail({
      action: 'DescribeClusterEndpoints',
      fault: { status: 404 },
      times: 2,
    });
    now = 30 * MINUTE;
    expect(await file.access()).toBe(first);
    now = 61 * MINUTE;
    await expect(file.access()).rejects.toThrow('HTTP 404');
    await expect(file.access()).resolves.toBeDefined();
  });

  it('does not hold requests up while the API does not answer, and then leaves it alone', async () => {
    const file = create();
    const first = await file.access();
    const asked = () => cloud.journal.length;
    cloud.fail({ action: 'DescribeClusterEndpoints', fault: 'hang' });
    now = 11 * MINUTE;
    // Otherwise they would wait for 20 s.
    expect(await Promise.all([file.access(), file.access()])).toEqual([
      first,
      first,
    ]);
    now += 2_000;
    expect(await file.access()).toBe(first);
    expect(asked()).toBe(3);

    const other = create();
    await other.access();
    const askedBefore = asked();
    cloud.fail({ action: 'DescribeClusterEndpoints', fault: { status: 404 } });
    now += 11 * MINUTE;
    await other.access();
    now += 29_000;
    await other.access();
    expect(asked()).toBe(askedBefore + 1);
    now += 1_000;
    await other.access();
    expect(asked()).toBe(askedBefore + 3);
  });

  it('asks at once for another than one that the API server refuses, and not all the time', async () => {
    const file = create();
    const first = await file.access();
    cluster().kubeconfig = kubeconfigWith('second');
    now = 29_000;
    expect(await file.access(first)).toBe(first);
    now = 30_000;
    const [second, same] = await Promise.all([
      file.access(first),
      file.access(first),
    ]);
    expect(second.headers.Authorization).toBe('Bearer second');
    expect(same).toBe(second);
    expect(cloud.journal).toHaveLength(4);
    expect(await file.access(first)).toBe(second);
    expect(cloud.journal).toHaveLength(4);
  });

  it('uses nothing any more when the rights were taken away', async () => {
    const file = create();
    await file.access();
    cloud.fail({
      action: 'DescribeClusterKubeconfig',
      fault: { code: 'UnauthorizedOperation.CamNoAuth' },
      times: 2,
    });
    now = 11 * MINUTE;
    await expect(file.access()).rejects.toThrow('CamNoAuth');
    now = 12 * MINUTE;
    await expect(file.access()).rejects.toThrow('CamNoAuth');
  });

  describe('with a role that is assumed', () => {
    const arn = 'qcs::cam::uin/100000000001:roleName/backstage';
    let file: TencentCloudKubeconfig;
    let first: ApiServerAccess;

    beforeEach(async () => {
      cloud.roles.add(arn);
      file = create({
        api: SdkTencentCloudApi.create({
          name: 'production',
          regions: ['ap-guangzhou'],
          simulation: false,
          endpoint: new URL(cloud.url),
          credentials: {
            source: 'keys',
            ...KEYS,
            assumeRole: { arn, sessionName: 'tke-cilium' },
          },
        }),
      });
      first = await file.access();
      cloud.sessions.revoke();
      now = 11 * MINUTE;
    });

    it('uses nothing any more when the role is refused', async () => {
      cloud.roles.delete(arn);
      await expect(file.access()).rejects.toMatchObject({
        kind: 'credentials',
      });
      await expect(file.access()).rejects.toThrow('sts:AssumeRole');
    });

    it('goes on with what it has when nobody gives the role', async () => {
      cloud.fail({ action: 'AssumeRole', fault: { status: 503 }, times: 6 });
      expect(await file.access()).toBe(first);
    });
  });

  it.each([
    ['before it was reached', false],
    ['afterwards', true],
  ])('says that a cluster is gone: %s', async (_, wasReached) => {
    const file = create();
    if (wasReached) {
      await file.access();
      now = 11 * MINUTE;
    }
    cloud.clusters.clear();
    await expect(file.access()).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining(
        'Cluster cls-aaaaaaaa (Tencent Cloud, ap-guangzhou) is not in this account and region',
      ),
    });
  });

  it.each([
    ['Creating', 'is being opened'],
    ['CreateFailed', 'could not be opened: no address is left'],
    ['NotFound', 'is not opened. Open it in the console'],
  ] as const)(
    'says what is with an access that is %s, and takes it when it is there',
    async (status, words) => {
      cluster().public = { status, errorMessage: 'no address is left' };
      const file = create({ endpoint: 'public' });
      await expect(file.access()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining(
          `the public access to its API server ${words}`,
        ),
      });
      cluster().public = { status: 'Created', address: '127.0.0.8' };
      expect((await file.access()).server.host).toBe('127.0.0.8');
    },
  );

  it('tells no id of the account, in whose name the cloud makes users and contexts', async () => {
    const uin = '100000000001';
    cluster().kubeconfig = kubeconfigWith('first')
      .replace(/context$/gm, `${CLUSTER}-${uin}-context`)
      .replace('name: user', `name: "${uin}"`);
    await expect(create().access()).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(uin) }),
    );
    cluster().public = {
      status: 'CreateFailed',
      errorMessage: `uin ${uin} is in arrears`,
    };
    await expect(create({ endpoint: 'public' }).access()).rejects.toThrow(
      'could not be opened: uin *** is in arrears.',
    );
  });

  it('quotes nothing of a kubeconfig that it cannot read', async () => {
    cluster().kubeconfig = 'users: [ { token: very-secret';
    await expect(create().access()).rejects.toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('very-secret'),
      }),
    );
  });
});
