import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createAuthority,
  generateKeys,
  issue,
  privateKeyPem,
  publicKeyPem,
  USAGE,
  type CertificateWithKey,
} from './certificates';

/** Paths of the files that the components of one control plane are started with. */
export type Pki = {
  caCertificate: string;
  caKey: string;
  apiServerCertificate: string;
  apiServerKey: string;
  serviceAccountKey: string;
  serviceAccountPublicKey: string;
};

/** A client of the API server: the common name is its user, the organization its group. */
export type ClientIdentity = {
  name: string;
  user: string;
  group?: string;
};

/**
 * Makes the certificate authority, the API server's certificate and the key that signs service
 * account tokens, and issues client certificates.
 */
export async function createPki(
  directory: string,
  clients: ClientIdentity[],
): Promise<{ pki: Pki; clients: Record<string, CertificateWithKey> }> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const authority = await createAuthority();
  const apiServer = await issue(authority, 'CN=kube-apiserver', {
    usage: USAGE.server,
    alternativeNames: [
      { type: 'dns', value: 'localhost' },
      { type: 'dns', value: 'kubernetes.default.svc' },
      { type: 'ip', value: '127.0.0.1' },
      { type: 'ip', value: '10.96.0.1' },
    ],
  });
  const serviceAccountKeys = await generateKeys();
  const pki: Pki = {
    caCertificate: join(directory, 'ca.crt'),
    caKey: join(directory, 'ca.key'),
    apiServerCertificate: join(directory, 'apiserver.crt'),
    apiServerKey: join(directory, 'apiserver.key'),
    serviceAccountKey: join(directory, 'sa.key'),
    serviceAccountPublicKey: join(directory, 'sa.pub'),
  };
  const files: [string, string][] = [
    [pki.caCertificate, authority.certificate.toString('pem')],
    [pki.caKey, await privateKeyPem(authority.keys)],
    [pki.apiServerCertificate, apiServer.certificate],
    [pki.apiServerKey, apiServer.key],
    [pki.serviceAccountKey, await privateKeyPem(serviceAccountKeys)],
    [pki.serviceAccountPublicKey, await publicKeyPem(serviceAccountKeys)],
  ];
  await Promise.all(
    files.map(([path, pem]) => writeFile(path, pem, { mode: 0o600 })),
  );
  const issued = await Promise.all(
    clients.map(async ({ name, user, group }) => {
      const subject = `CN=${user}${group ? `,O=${group}` : ''}`;
      const pair = await issue(authority, subject, {
        usage: USAGE.client,
      });
      return [name, pair] as const;
    }),
  );
  return { pki, clients: Object.fromEntries(issued) };
}
