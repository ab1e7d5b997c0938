import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

type Kubeconfig = {
  clusters: {
    cluster: { server: string; 'certificate-authority-data': string };
  }[];
  users: { user: { token: string } }[];
};

/** The configuration of the bench's Backstage. */
export async function backendConfig(options: {
  url: string;
  port: number;
  token: string;
  directory: string;
  clusterIds: string[];
  trackerKubeconfig: string;
  peerKubeconfig: string;
}): Promise<object> {
  const { url, port, token, directory, clusterIds } = options;
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'better-sqlite3',
        connection: { directory: path.join(directory, 'database') },
      },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'bench' } },
        ],
      },
    },
    tkeCilium: {
      clusters: clusterIds.map(id => ({
        id,
        kubeconfig: { path: options.trackerKubeconfig },
      })),
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [await peerCluster(options.peerKubeconfig)],
        },
      ],
    },
  };
}

async function peerCluster(kubeconfigPath: string): Promise<object> {
  const kubeconfig: Kubeconfig = parse(await readFile(kubeconfigPath, 'utf8'));
  const [{ cluster }] = kubeconfig.clusters;
  const [{ user }] = kubeconfig.users;
  return {
    name: 'bench',
    url: cluster.server,
    caData: cluster['certificate-authority-data'],
    authProvider: 'serviceAccount',
    serviceAccountToken: user.token,
    // There is no metrics server here. With one it would list the pods twice.
    skipMetricsLookup: true,
  };
}
