import { isFromOrigin } from './isFromOrigin';

const PLATFORM = 'url:https://github.com/acme/platform/';

describe('isFromOrigin', () => {
  it.each([
    ['below the place', `${PLATFORM}blob/main/clusters.yaml`, PLATFORM],
    ['the place itself', 'file:/etc/clusters.yaml', 'file:/etc/clusters.yaml'],
    ['anything', 'url:https://example.com/x', '*'],
    ['nothing known, when anything may', undefined, '*'],
    ['a roundabout way inside', `${PLATFORM}a/../b.yaml`, PLATFORM],
    [
      'another way to write it',
      'url:HTTPS://GitHub.com/acme/platform/x',
      PLATFORM,
    ],
  ])('trusts %s', (_, origin, trusted) => {
    expect(isFromOrigin(origin, ['url:https://other/', trusted])).toBe(true);
  });

  it.each([
    ['nothing known', undefined, PLATFORM],
    ['another repository', 'url:https://github.com/evil/platform/x', PLATFORM],
    [
      'a name that begins alike',
      'url:https://github.com/acme/platform-evil/x',
      PLATFORM,
    ],
    ['a way out', `${PLATFORM}../../evil/x.yaml`, PLATFORM],
    ['an encoded way out', `${PLATFORM}%2e%2e/%2e%2e/evil/x.yaml`, PLATFORM],
    ['an encoded slash', `${PLATFORM}..%2f..%2Fevil/x.yaml`, PLATFORM],
    ['a backslash', `${PLATFORM}..\\..\\evil\\x.yaml`, PLATFORM],
    ['another host', 'url:https://github.com@evil/acme/platform/', PLATFORM],
    ['another type', 'file:https://github.com/acme/platform/x', PLATFORM],
    [
      'a way out of a folder',
      'file:/etc/trusted/../x.yaml',
      'file:/etc/trusted/',
    ],
    ['what is below a file', 'file:/etc/x.yaml/y', 'file:/etc/x.yaml'],
    ['something without a type', 'nonsense', PLATFORM],
    ['everything when the trusted one is nonsense', PLATFORM, 'nonsense'],
  ])('does not trust %s', (_, origin, trusted) => {
    expect(isFromOrigin(origin, [trusted])).toBe(false);
  });
});
