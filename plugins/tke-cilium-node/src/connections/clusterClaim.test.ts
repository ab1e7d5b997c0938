import { readClusterClaim, whyRefused } from './clusterClaim';

const RULES = new Map([
  [
    'production',
    {
      origins: ['url:https://github.com/acme/platform/'],
      regions: ['ap-guangzhou'],
      endpoint: 'intranet' as const,
    },
  ],
]);

function claim(changed: Record<string, string | undefined> = {}) {
  return readClusterClaim({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'one',
      annotations: Object.fromEntries(
        Object.entries({
          'tencentcloud.com/cluster-id': 'cls-aaaaaaaa',
          'tencentcloud.com/region': 'ap-guangzhou',
          'tencentcloud.com/account': 'production',
          'backstage.io/managed-by-origin-location':
            'url:https://github.com/acme/platform/clusters.yaml',
          // Whatever else it says is not read.
          'kubernetes.io/api-server': 'https://evil.example.com',
          ...changed,
        }).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, value]],
        ),
      ),
    },
  });
}

describe('clusterClaim', () => {
  it('reads ids, and nothing else', () => {
    expect(claim()).toEqual({
      entityRef: 'resource:default/one',
      title: 'one',
      clusterId: 'cls-aaaaaaaa',
      account: 'production',
      region: 'ap-guangzhou',
      origin: 'url:https://github.com/acme/platform/clusters.yaml',
    });
  });

  it('accepts a cluster of an account, region and origin that are allowed', () => {
    expect(whyRefused(claim(), RULES)).toBeUndefined();
  });

  it.each([
    ['tencentcloud.com/account', 'other', 'the account "other" takes no'],
    ['tencentcloud.com/account', undefined, 'the account "" takes no'],
    [
      'tencentcloud.com/account',
      'Production',
      'the account "Production" takes',
    ],
    ['tencentcloud.com/region', 'ap-beijing', 'the region "ap-beijing" is not'],
    ['tencentcloud.com/region', undefined, 'the region "" is not one'],
    [
      'tencentcloud.com/cluster-id',
      'cls-../../x',
      '"cls-../../x" is not a TKE',
    ],
    ['tencentcloud.com/cluster-id', undefined, '"" is not a TKE cluster id'],
    [
      'backstage.io/managed-by-origin-location',
      'url:https://github.com/evil/x',
      'it comes from url:https://github.com/evil/x, which',
    ],
    [
      'backstage.io/managed-by-origin-location',
      undefined,
      'it comes from nowhere',
    ],
  ])('refuses %s = %s', (annotation, value, reason) => {
    expect(whyRefused(claim({ [annotation]: value }), RULES)).toContain(reason);
  });
});
