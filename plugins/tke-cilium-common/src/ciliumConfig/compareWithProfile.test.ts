import { ciliumConfigData } from '../snapshot/fixtures';
import { compareWithProfile } from './compareWithProfile';

const LONG = '10.0.0.0/8 '.repeat(30);

/** The differences of data with these changes, as `key: profile's value → value in the cluster`. */
function differencesOf(
  changes: Record<string, string | undefined>,
  chartVersion = '1.18.3',
  profile = 'guide-2026-08',
): string[] | undefined {
  return compareWithProfile(
    dataWith(changes),
    chartVersion,
    profile,
  )?.differences.map(
    ({ key, expected = 'unset', actual = 'unset' }) =>
      `${key}: ${expected} → ${actual}`,
  );
}

function dataWith(
  changes: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...ciliumConfigData(), ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

it.each<[string, Record<string, string | undefined>, string[]]>([
  ['nothing of what the profile makes', {}, []],
  [
    'a value of the profile itself',
    { devices: 'eth0' },
    ['devices: eth+ → eth0'],
  ],
  [
    'a default of the chart',
    { 'cluster-name': 'shop' },
    ['cluster-name: default → shop'],
  ],
  [
    'an option of the install',
    {
      'enable-ipv4-masquerade': 'true',
      'enable-bpf-masquerade': 'true',
      'enable-ip-masq-agent': 'true',
    },
    [
      'enable-bpf-masquerade: unset → true',
      'enable-ip-masq-agent: unset → true',
      'enable-ipv4-masquerade: false → true',
    ],
  ],
  [
    'a key that is gone',
    { 'routing-mode': undefined },
    ['routing-mode: native → unset'],
  ],
  ['an empty value that is as it should be', { 'vtep-cidr': '' }, []],
  [
    'nothing of what is another in each version of the chart',
    { 'unmanaged-pod-watcher-interval': '15s', 'mesh-auth-enabled': 'false' },
    [],
  ],
  [
    'no secret, by the name of the key or in the value',
    { 'my-api-token': 'abc', 'kvstore-opt': '{"password":"abc"}' },
    ['kvstore-opt: unset → ***', 'my-api-token: unset → ***'],
  ],
  [
    'the beginning of a long value',
    { devices: LONG },
    [`devices: eth+ → ${LONG.slice(0, 200)}…`],
  ],
])('finds %s', (_, changes, expected) => {
  expect(differencesOf(changes)).toEqual(expected);
});

it('tells the first fifty and the number of all', () => {
  const more = Object.fromEntries(
    Array.from({ length: 70 }, (_, index) => [`own-key-${index}`, 'x']),
  );
  const { total, differences } = compareWithProfile(
    dataWith(more),
    '1.18.3',
    'guide-2026-08',
  )!;
  expect([total, differences.length]).toEqual([70, 50]);
});

it.each([
  ['1.19.5', []],
  ['1.20.2', []],
  ['1.17.4', undefined],
  ['1.21.0', undefined],
  ['latest', undefined],
])('knows of the chart %s: %j', (chartVersion, expected) => {
  expect(differencesOf({}, chartVersion)).toEqual(expected);
});

it.each<
  [string | undefined, Record<string, string | undefined>, string, number]
>([
  ['guide-2025-11', {}, 'guide-2025-11', 1],
  ['guide-2026-08', {}, 'guide-2026-08', 0],
  [undefined, {}, 'guide-2026-08', 0],
  [
    undefined,
    { 'enable-local-redirect-policy': undefined },
    'guide-2025-11',
    0,
  ],
  // Both are as near: the profile that new clusters get.
  [undefined, { 'enable-local-redirect-policy': 'false' }, 'guide-2026-08', 1],
  ['somebody-elses', {}, 'guide-2026-08', 0],
])(
  'an install of %s with %j is compared with %s',
  (named, changes, profile, total) => {
    expect(
      compareWithProfile(dataWith(changes), '1.18.3', named),
    ).toMatchObject({
      profile,
      total,
    });
  },
);
