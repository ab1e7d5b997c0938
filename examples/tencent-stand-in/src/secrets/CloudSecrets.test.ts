import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { CloudSecrets } from './CloudSecrets';

const KEYS = {
  secretId: 'AKIDofTheTest0123456789',
  secretKey: 'secret/key+of the"test',
};
const pem = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const { privateKey, publicKey } = pem();
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzeXN0ZW0ifQ.c2lnbmF0dXJl';
const base64 = (text: string) => Buffer.from(text).toString('base64');

const KUBECONFIG = `
clusters:
  - cluster:
      certificate-authority-data: ${base64(pem().publicKey)}
users:
  - user:
      client-certificate-data: ${base64(publicKey)}
      client-key-data: ${base64(privateKey)}
  - user:
      token: ${TOKEN}
`;

const SECRETS: [name: string, value: string][] = [
  ['secretId', KEYS.secretId],
  ['secretKey', KEYS.secretKey],
  ['client-certificate-data', publicKey],
  ['client-key-data', privateKey],
  ['token', TOKEN],
];

const PLANTED: [form: string, plant: (value: string) => string][] = [
  ['as it is', value => `before ${value} after`],
  ['base64', base64],
  ['base64 behind one byte', value => base64(`:${value}:`)],
  ['base64 behind two bytes', value => base64(`u:${value}`)],
  ['base64 for URLs', value => Buffer.from(value).toString('base64url')],
  ['base64 of base64', value => base64(`data: ${base64(value)}`)],
  ['URL-encoded', value => `/path?a=${encodeURIComponent(value)}&b=1`],
  ['URL-encoded base64', value => `?a=${encodeURIComponent(base64(value))}`],
  ['JSON-escaped', value => JSON.stringify({ value })],
  ['JSON within JSON', value => JSON.stringify(JSON.stringify([value]))],
  ['as an object is logged', value => inspect({ value })],
  ['indented', value => value.replace(/^/gm, '      ')],
  ['with line ends of Windows', value => value.replace(/\n/g, '\r\n')],
];

const cases = SECRETS.flatMap(([name, value]) =>
  PLANTED.map(([form, plant]) => ({ name, form, text: plant(value) })),
);

describe('CloudSecrets', () => {
  const secrets = CloudSecrets.create(KEYS, [KUBECONFIG]);

  it.each(cases)('finds $name $form', ({ name, text }) => {
    expect(secrets.foundIn(`{"a": 1}\n${text}\n`)).toEqual([
      expect.stringMatching(`^${name}, `),
    ]);
  });

  it.each([
    ['a kubeconfig', KUBECONFIG],
    ['a kubeconfig in a Secret', base64(KUBECONFIG)],
  ])('finds every credential of %s', (_, text) => {
    const names = secrets.foundIn(text).map(found => found.split(',')[0]);
    expect(new Set(names)).toEqual(
      new Set(['client-certificate-data', 'client-key-data', 'token']),
    );
  });

  it('finds a key of which the end is cut off', () => {
    const cut = privateKey.slice(0, (privateKey.length * 2) / 3);
    expect(secrets.foundIn(cut)).toEqual(['client-key-data, as it is']);
  });

  it('finds nothing in what everybody may see', () => {
    const [authority] = KUBECONFIG.match(/certificate-authority-data: .*/)!;
    expect(secrets.foundIn(authority)).toEqual([]);
  });

  it('does not search for nothing', () => {
    expect(() => CloudSecrets.create(KEYS, [])).toThrow('No cluster');
    expect(() => CloudSecrets.create(KEYS, ['users: []'])).toThrow(
      'No cluster',
    );
  });
});
