import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto as Crypto);

/** Certificate and key, PEM. */
export type CertificateWithKey = { certificate: string; key: string };

/** What a certificate is for, as an object identifier of X.509. */
export const USAGE = {
  server: '1.3.6.1.5.5.7.3.1',
  client: '1.3.6.1.5.5.7.3.2',
} as const;

// P-256 rather than RSA: a key costs a millisecond instead of a good part of a second, and a test
// run starts dozens of clusters.
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const YEAR = 365 * 24 * 3600 * 1000;

/** A certificate authority. */
export type Authority = {
  certificate: x509.X509Certificate;
  keys: CryptoKeyPair;
};

/** Makes a certificate authority. */
export async function createAuthority(): Promise<Authority> {
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=local-cluster-ca',
    serialNumber: serialNumber(),
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + YEAR),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(
        // eslint-disable-next-line no-bitwise
        x509.KeyUsageFlags.keyCertSign |
          x509.KeyUsageFlags.cRLSign |
          x509.KeyUsageFlags.digitalSignature,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate, keys };
}

/** Issues a certificate. */
export async function issue(
  authority: Authority,
  subject: string,
  options: {
    usage: string;
    alternativeNames?: { type: 'dns' | 'ip'; value: string }[];
  },
): Promise<CertificateWithKey> {
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: authority.certificate.subject,
    serialNumber: serialNumber(),
    // The components compare with their own clock, and the machine's may step back a little.
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + YEAR),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: authority.keys.privateKey,
    extensions: [
      new x509.ExtendedKeyUsageExtension([options.usage]),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      ...(options.alternativeNames
        ? [new x509.SubjectAlternativeNameExtension(options.alternativeNames)]
        : []),
    ],
  });
  return {
    certificate: certificate.toString('pem'),
    key: await privateKeyPem(keys),
  };
}

/** A pair of keys. */
export function generateKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, [
    'sign',
    'verify',
  ]) as Promise<CryptoKeyPair>;
}

function serialNumber(): string {
  return Buffer.from(webcrypto.getRandomValues(new Uint8Array(8))).toString(
    'hex',
  );
}

/** The private key, PEM. */
export async function privateKeyPem(keys: CryptoKeyPair): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return pem('PRIVATE KEY', der);
}

/** The public key, PEM. */
export async function publicKeyPem(keys: CryptoKeyPair): Promise<string> {
  const der = await webcrypto.subtle.exportKey('spki', keys.publicKey);
  return pem('PUBLIC KEY', der);
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join(
    '\n',
  )}\n-----END ${label}-----\n`;
}
