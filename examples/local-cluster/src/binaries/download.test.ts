import { findChecksum } from './download';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

describe('findChecksum', () => {
  it.each([
    ['a bare hash', `${HASH}\n`],
    ['hash and name', `${HASH}  helm.tar.gz\n`],
    ['hash and name, binary mode', `${HASH} *helm.tar.gz\n`],
    ['a list', `${OTHER}  other.tar.gz\n${HASH}  helm.tar.gz\n`],
  ])('reads %s', (_, text) => {
    expect(findChecksum(text, 'helm.tar.gz', 'https://x')).toBe(HASH);
  });

  it.each([
    ['another file', `${HASH}  other.tar.gz`],
    ['two bare hashes', `${HASH}\n${OTHER}`],
    ['a page that is no checksum', '<html>Not found</html>'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(() => findChecksum(text, 'helm.tar.gz', 'https://x')).toThrow(
      'https://x does not list helm.tar.gz',
    );
  });
});
