import { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { flawOf, searchChoices } from './cloudChoices';

const SUBNETS: CloudChoice[] = [
  {
    value: 'subnet-aaaa',
    title: 'Pods',
    details: { zone: 'ap-guangzhou-6', availableAddresses: 250 },
  },
  {
    value: 'subnet-bbbb',
    title: 'Nodes',
    details: { zone: 'ap-guangzhou-7', availableAddresses: 0 },
  },
  { value: 'subnet-cccc' },
];

describe('flawOf', () => {
  it.each([
    ['subnet-aaaa', undefined],
    ['subnet-bbbb', 'full'],
    ['subnet-cccc', undefined],
    ['subnet-dddd', 'unknown'],
  ])('judges %s as %s', (value, expected) => {
    expect(flawOf(value, { kind: 'subnets', choices: SUBNETS })).toBe(expected);
  });

  it('knows a subnet in a zone that does not do', () => {
    const judge = (zones?: string[]) =>
      flawOf('subnet-aaaa', { kind: 'subnets', choices: SUBNETS, zones });
    expect(judge(['ap-guangzhou-7'])).toBe('otherZone');
    expect(judge(['ap-guangzhou-6', 'ap-guangzhou-7'])).toBeUndefined();
    expect(judge()).toBeUndefined();
  });

  it('knows what is sold out', () => {
    const choices = [{ value: 'S5.BIG', details: { status: 'sold-out' } }];
    expect(flawOf('S5.BIG', { kind: 'instance-types', choices })).toBe(
      'soldOut',
    );
  });

  it('asks only of subnets that they have addresses', () => {
    const choices = [{ value: 'sg-a', details: { availableAddresses: 0 } }];
    expect(flawOf('sg-a', { kind: 'security-groups', choices })).toBe(
      undefined,
    );
  });
});

describe('searchChoices', () => {
  it.each([
    ['', ['subnet-aaaa', 'subnet-bbbb', 'subnet-cccc']],
    ['NODES', ['subnet-bbbb']],
    ['subnet 6', ['subnet-aaaa']],
    ['  pods  subnet ', ['subnet-aaaa']],
    ['nothing', []],
  ])('finds by "%s"', (search, expected) => {
    const { offered, more } = searchChoices(SUBNETS, search);
    expect(offered.map(({ value }) => value)).toEqual(expected);
    expect(more).toBe(0);
  });

  it('says how many it leaves out', () => {
    const types = Array.from({ length: 640 }, (_, index) => ({
      value: `S5.${index}`,
    }));
    const { offered, more } = searchChoices(types, 's5');
    expect(offered.length + more).toBe(640);
    expect(offered.length).toBeLessThan(640);
  });
});
