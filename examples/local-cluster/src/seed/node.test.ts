import { buildNode, nodeName, type BuildNodeOptions } from './node';

function node(options: Partial<BuildNodeOptions>) {
  return buildNode({
    name: '10.10.0.2',
    index: 0,
    starting: false,
    now: '2026-11-01T00:00:00Z',
    ...options,
  });
}

describe('buildNode', () => {
  it.each([0, 253, 254, 1000, 60_000])(
    'gives node %d an address on loopback',
    index => {
      const { addresses } = node({ index }).status as unknown as {
        addresses: { type: string; address: string }[];
      };
      expect(addresses[0].type).toBe('InternalIP');
      expect(addresses[0].address).toMatch(/^127\.10\.\d{1,3}\.\d{1,3}$/);
    },
  );

  it.each([
    [{}, 'True', []],
    [
      { starting: true },
      'False',
      [
        'tke.cloud.tencent.com/uninitialized',
        'tke.cloud.tencent.com/eni-ip-unavailable',
      ],
    ],
    [
      { kind: 'super', starting: true },
      'True',
      ['eks.tke.cloud.tencent.com/eklet'],
    ],
  ] as const)('%j is Ready=%s with its taints', (options, ready, taints) => {
    const { spec, status } = node(options);
    expect(
      status.conditions?.find(({ type }) => type === 'Ready')?.status,
    ).toBe(ready);
    expect((spec.taints ?? []).map(({ key }) => key)).toEqual(taints);
  });

  it('gives every index another name', () => {
    const names = Array.from({ length: 2000 }, (_, index) => nodeName(index));
    expect(new Set(names).size).toBe(2000);
  });
});
