import {
  compareVersions,
  isAtLeast,
  minorVersion,
  parseVersion,
} from './version';

describe('parseVersion', () => {
  it.each([
    ['1.18.3', { major: 1, minor: 18, patch: 3 }],
    ['v1.34.4-tke.1', { major: 1, minor: 34, patch: 4 }],
    ['v3.8.0-rc.0', { major: 3, minor: 8, patch: 0, prerelease: 'rc.0' }],
    ['1.30', { major: 1, minor: 30, patch: 0 }],
    ['5.4.119-19-0009.3', { major: 5, minor: 4, patch: 119 }],
    ['6.6.117-45.7.3.tl4.x86_64', { major: 6, minor: 6, patch: 117 }],
    [' 1.18.3\n', { major: 1, minor: 18, patch: 3 }],
    ['1.18.03', { major: 1, minor: 18, patch: 3 }],
    ['1.18.3-cilium.1', { major: 1, minor: 18, patch: 3 }],
  ])('reads %s', (text, version) => {
    expect(parseVersion(text)).toEqual(version);
  });

  it.each([
    '',
    'latest',
    'v',
    '3',
    'sha256:0123',
    'release-1.18',
    '1.2.3-rc..1',
    '99999999999999999999.0.0',
  ])('does not take "%s" for a version', text => {
    expect(parseVersion(text)).toBeUndefined();
  });
});

describe('compareVersions', () => {
  it.each([
    ['1.18.3', '1.18.12', -1],
    ['v1.18.3', '1.18.3', 0],
    ['1.19.0-rc.1', '1.19.0', -1],
    ['1.19.0-rc.2', '1.19.0-rc.10', -1],
    ['v1.34.4-tke.2', 'v1.34.4-tke.1', 0],
    ['2.0.0', '1.99.99', 1],
  ])('%s against %s is %d', (left, right, order) => {
    expect(Math.sign(compareVersions(left, right))).toBe(order);
    expect(Math.sign(compareVersions(right, left))).toBe(0 - order);
  });

  it('names what is not a version', () => {
    expect(() => compareVersions('latest', '1.0.0')).toThrow(
      '"latest" is not a version',
    );
  });
});

describe('isAtLeast', () => {
  it.each([
    ['v3.8.0', '3.8.0', true],
    ['v3.8.0-rc.0', '3.8.0', true],
    ['v3.7.99', '3.8.0', false],
    ['v3.10.0', '3.8.0', true],
    ['5.4.119-19-0009.3', '5.10.0', false],
    ['5.10.0-30-amd64', '5.10.0', true],
    ['latest', '3.8.0', false],
  ])('%s is at least %s: %s', (version, floor, expected) => {
    expect(isAtLeast(version, floor)).toBe(expected);
  });
});

it('takes major and minor', () => {
  expect(minorVersion('v1.34.4-tke.1')).toBe('1.34');
  expect(minorVersion('latest')).toBeUndefined();
});
