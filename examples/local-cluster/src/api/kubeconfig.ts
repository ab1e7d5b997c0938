import { readFile, writeFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';

/** How to reach an API server: what a kubeconfig with one context says. */
export type ApiServerAddress = {
  server: string;
  /** PEM. */
  caCertificate: string;
  /** PEM of certificate and key, or a bearer token. */
  credentials: { certificate: string; key: string } | { token: string };
};

type KubeconfigFile = {
  clusters: {
    name: string;
    cluster: { server: string; 'certificate-authority-data': string };
  }[];
  users: {
    name: string;
    user: {
      token?: string;
      'client-certificate-data'?: string;
      'client-key-data'?: string;
    };
  }[];
};

/** Writes a kubeconfig that only its owner can read. Helm warns about any other mode. */
export async function writeKubeconfig(
  path: string,
  clusterName: string,
  address: ApiServerAddress,
): Promise<void> {
  const { credentials } = address;
  const content = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: clusterName,
        cluster: {
          server: address.server,
          'certificate-authority-data': encode(address.caCertificate),
        },
      },
    ],
    users: [
      {
        name: clusterName,
        user:
          'token' in credentials
            ? { token: credentials.token }
            : {
                'client-certificate-data': encode(credentials.certificate),
                'client-key-data': encode(credentials.key),
              },
      },
    ],
    contexts: [
      {
        name: clusterName,
        context: { cluster: clusterName, user: clusterName },
      },
    ],
    'current-context': clusterName,
  };
  await writeFile(path, stringify(content), { mode: 0o600 });
}

/** Reads a kubeconfig that {@link writeKubeconfig} wrote. */
export async function readKubeconfig(path: string): Promise<ApiServerAddress> {
  const file = parse(await readFile(path, 'utf8')) as KubeconfigFile;
  const { cluster } = file.clusters[0];
  const { user } = file.users[0];
  return {
    server: cluster.server,
    caCertificate: decode(cluster['certificate-authority-data']),
    credentials: user.token
      ? { token: user.token }
      : {
          certificate: decode(user['client-certificate-data'] ?? ''),
          key: decode(user['client-key-data'] ?? ''),
        },
  };
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

function decode(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}
