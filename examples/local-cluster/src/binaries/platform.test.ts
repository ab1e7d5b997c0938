import { goPlatform } from './platform';

describe('goPlatform', () => {
  it.each([
    ['linux', 'x64', { os: 'linux', arch: 'amd64' }],
    ['darwin', 'arm64', { os: 'darwin', arch: 'arm64' }],
  ] as const)('knows %s on %s', (platform, arch, expected) => {
    expect(goPlatform(platform, arch)).toEqual(expected);
  });

  it.each([
    ['win32', 'x64'],
    ['linux', 'ia32'],
  ] as const)('refuses %s on %s and says what to do', (platform, arch) => {
    expect(() => goPlatform(platform, arch)).toThrow('On Windows use WSL');
  });
});
