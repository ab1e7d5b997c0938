import { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { choicesOfZones, flawOf, searchChoices } from './cloudChoices';

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

describe('choicesOfZones', () => {
  const sold = (value: string): CloudChoice => ({ value });
  const soldOut = (value: string): CloudChoice => ({
    value,
    details: { status: 'sold-out' },
  });
  const [six, seven] = [
    [sold('S5'), sold('SA5'), sold('SA9'), soldOut('GN7')],
    [sold('S5'), soldOut('SA5'), sold('SA2'), soldOut('GN7')],
  ];

  it('has the instance types that every zone sells', () => {
    expect(choicesOfZones('instance-types', [six, seven])).toEqual([
      sold('S5'),
      soldOut('SA5'),
      soldOut('GN7'),
    ]);
  });

  it('has the instance families that any zone sells', () => {
    expect(choicesOfZones('instance-families', [six, seven])).toEqual([
      sold('S5'),
      sold('SA5'),
      sold('SA9'),
      sold('SA2'),
      soldOut('GN7'),
    ]);
  });

  it('leaves the list of a single place as it is', () => {
    expect(choicesOfZones('subnets', [SUBNETS])).toEqual(SUBNETS);
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
