import { Readable } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  ClusterConnection,
  RawRequest,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ClusterOffer } from './ClusterOffer';

const CLUSTER = { clusterId: 'cls-aaaaaaaa', title: 'Production' };
const MINUTE = 60_000;

/** JSON is YAML. */
function kubeconfig(cluster: object) {
  return JSON.stringify({ clusters: [{ name: 'cluster', cluster }] });
}

describe('ClusterOffer', () => {
  const logger = mockServices.logger.mock();
  let now: number;
  let text: string | Error;
  let answer: () => Promise<string>;
  let requests: RawRequest[];
  let hangs: boolean;
  let offer: ClusterOffer;

  beforeEach(() => {
    jest.clearAllMocks();
    now = 0;
    text = kubeconfig({ server: 'https://10.0.0.1' });
    requests = [];
    hangs = false;
    answer = async () => `token-${requests.length}`;
    const connection = {
      ...CLUSTER,
      kubeconfig: async () => {
        if (hangs) {
          await new Promise(() => {});
        }
        if (text instanceof Error) {
          throw text;
        }
        return text;
      },
      kubernetes: {
        request: async (request: RawRequest) => {
          requests.push(request);
          return Readable.from([
            JSON.stringify({
              status: {
                token: await answer(),
                expirationTimestamp: new Date(now + 60 * MINUTE).toISOString(),
              },
            }),
          ]);
        },
      },
    } as unknown as ClusterConnection;
    offer = ClusterOffer.create({
      clusterId: CLUSTER.clusterId,
      connections: { list: () => [CLUSTER], connect: async () => connection },
      serviceAccount: { namespace: 'kube-system', name: 'viewer' },
      logger,
      now: () => now,
    });
  });

  const token = async () =>
    (await offer.details(CLUSTER))?.authMetadata.serviceAccountToken;

  it('offers the cluster with a token of the service account', async () => {
    text = kubeconfig({
      server: 'https://10.0.0.1',
      'certificate-authority-data': 'Y2E=',
    });
    expect(await offer.details(CLUSTER)).toEqual({
      name: 'cls-aaaaaaaa',
      title: 'Production',
      url: 'https://10.0.0.1',
      caData: 'Y2E=',
      authMetadata: {
        'kubernetes.io/auth-provider': 'serviceAccount',
        serviceAccountToken: 'token-1',
      },
    });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      path: '/api/v1/namespaces/kube-system/serviceaccounts/viewer/token',
    });
  });

  it('asks once for many, and renews before the token ends', async () => {
    await Promise.all([token(), token(), token()]);
    now = 49 * MINUTE;
    expect(await token()).toBe('token-1');
    expect(requests).toHaveLength(1);

    now = 51 * MINUTE;
    expect(await token()).toBe('token-1');
    await new Promise(setImmediate);
    expect(await token()).toBe('token-2');
  });

  it('does not offer a cluster without a token, tries again later and says why once', async () => {
    answer = async () => {
      throw new Error('serviceaccounts "viewer" not found');
    };
    expect(await token()).toBeUndefined();
    now = 29_000;
    expect(await token()).toBeUndefined();
    expect(requests).toHaveLength(1);
    now = 31_000;
    expect(await token()).toBeUndefined();
    expect(requests).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);

    answer = async () => 'at-last';
    now = 62_000;
    expect(await token()).toBe('at-last');
  });

  it('uses a token that cannot be renewed until it ends', async () => {
    await token();
    answer = async () => {
      throw new Error('the API server is down');
    };
    now = 55 * MINUTE;
    expect(await token()).toBe('token-1');
    now = 61 * MINUTE;
    expect(await token()).toBeUndefined();
  });

  it('sends no token to where the cluster was before', async () => {
    await token();
    text = kubeconfig({ server: 'https://10.0.0.2' });
    expect(await offer.details(CLUSTER)).toMatchObject({
      url: 'https://10.0.0.2',
      authMetadata: { serviceAccountToken: 'token-2' },
    });
    text = new ServiceUnavailableError('no kubeconfig any more');
    expect(await token()).toBeUndefined();
  });

  it.each(['tls-server-name', 'proxy-url'])(
    'does not offer a cluster that needs %s',
    async means => {
      text = kubeconfig({ server: 'https://10.0.0.1', [means]: 'something' });
      expect(await token()).toBeUndefined();
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining(`cls-aaaaaaaa is not offered`),
      );
      expect(requests).toEqual([]);
    },
  );

  it('does not wait long for a cluster that does not answer, nor again and again', async () => {
    answer = () => new Promise(() => {});
    const startedAt = performance.now();
    expect(await token()).toBeUndefined();
    now = 3_001;
    expect(await token()).toBeUndefined();
    expect(await token()).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(requests).toHaveLength(1);
  });

  it('uses what it has while it cannot be found out whether that changed', async () => {
    await token();
    hangs = true;
    expect(await token()).toBe('token-1');
  });
});
