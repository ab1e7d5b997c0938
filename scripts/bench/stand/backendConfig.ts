import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { REPOSITORY_ROOT } from '../../repositoryRoot';
import { appConfig } from './appConfig';

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
  /** Entities of the catalog, where the app is served too. */
  entitiesPath?: string;
}): Promise<object> {
  const { url, port, token, directory, clusterIds, entitiesPath } = options;
  return {
    app: entitiesPath ? await appConfig(url) : { baseUrl: url },
    ...(entitiesPath && signInAndCatalog(entitiesPath)),
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

function signInAndCatalog(entitiesPath: string): object {
  return {
    auth: {
      providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
    },
    catalog: {
      rules: [{ allow: ['User', 'Group', 'Component', 'Resource'] }],
      locations: [
        { type: 'file', target: entitiesPath },
        {
          type: 'file',
          target: path.join(
            REPOSITORY_ROOT,
            'examples/catalog/organization.yaml',
          ),
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
