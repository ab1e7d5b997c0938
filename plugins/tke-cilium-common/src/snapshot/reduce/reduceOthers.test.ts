import { helmReleaseObject, NOW } from '../fixtures';
import { reduceConfigMap } from './reduceConfigMap';
import { reduceEndpointSlice } from './reduceEndpointSlice';
import { reduceHelmRelease } from './reduceHelmRelease';
import { reduceCustomResourceDefinition } from './reduceName';

describe('reduceEndpointSlice', () => {
  const HTTPS = { name: 'https', port: 60002 };
  const slice = (endpoints: object[], ports: object[] = [HTTPS]) => ({
    addressType: 'IPv4',
    endpoints,
    ports,
  });
  const ready = (address: string, isReady?: boolean) => ({
    addresses: [address],
    ...(isReady !== undefined && { conditions: { ready: isReady } }),
  });

  it.each([
    [
      'the first address',
      slice([ready('1.1.1.1'), ready('2.2.2.2')]),
      '1.1.1.1',
    ],
    [
      'not one that is not ready',
      slice([ready('1.1.1.1', false), ready('2.2.2.2', true)]),
      '2.2.2.2',
    ],
    ['nothing when empty', slice([]), undefined],
    [
      'nothing without the port https',
      slice([ready('1.1.1.1')], [{ name: 'http', port: 80 }]),
      undefined,
    ],
    [
      'nothing of IPv6',
      { ...slice([ready('::1')]), addressType: 'IPv6' },
      undefined,
    ],
  ])('%s', (_, object, host) => {
    expect(reduceEndpointSlice(object)).toEqual(host && { host, port: 60002 });
  });
});

describe('reduceHelmRelease', () => {
  it('reads the labels', () => {
    expect(reduceHelmRelease(helmReleaseObject(3, 'deployed', NOW))).toEqual({
      revision: 3,
      status: 'deployed',
      profile: 'guide-2026-08',
      chartVersion: '1.18.12',
      modifiedAt: '2026-08-20T12:00:00.000Z',
    });
  });

  it.each([
    ['no revision', { status: 'deployed' }],
    ['no status', { version: '1' }],
    ['a revision that is no number', { version: 'x', status: 'deployed' }],
  ])('makes nothing of labels with %s', (_, labels) => {
    expect(reduceHelmRelease({ metadata: { labels } })).toBeUndefined();
  });

  it('takes the time of creation until the revision changes', () => {
    expect(
      reduceHelmRelease({
        metadata: {
          labels: { version: '1', status: 'pending-install', createdAt: '1' },
        },
      })?.modifiedAt,
    ).toBe('1970-01-01T00:00:01.000Z');
  });
});

describe('reduceConfigMap', () => {
  it.each([
    ['cni-config', true],
    ['cilium-config', true],
    ['coredns', false],
  ])('%s: kept %s', (name, kept) => {
    expect(reduceConfigMap({ metadata: { name } }) !== undefined).toBe(kept);
  });
});

describe('reduceCustomResourceDefinition', () => {
  it.each([
    ['ciliumnodes.cilium.io', true],
    ['nodepools.karpenter.sh', true],
    ['tkemachinenodeclasses.karpenter.k8s.tke', true],
    ['machinesets.node.tke.cloud.tencent.com', true],
    ['certificates.cert-manager.io', false],
    ['things.notcilium.io', false],
  ])('%s: kept %s', (name, kept) => {
    expect(
      reduceCustomResourceDefinition({ metadata: { name } }) !== undefined,
    ).toBe(kept);
  });
});
