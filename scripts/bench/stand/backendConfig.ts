import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { REPOSITORY_ROOT } from '../../repositoryRoot';
import { appConfig } from './appConfig';
import { backendSection } from './backendSection';

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
  directory: string;
  clusterIds: string[];
  trackerKubeconfig: string;
  peerKubeconfig: string;
  /** Entities of the catalog, where the app is served too. */
  entitiesPath?: string;
}): Promise<object> {
  const { url, clusterIds, entitiesPath } = options;
  return {
    app: entitiesPath ? await appConfig(url) : { baseUrl: url },
    ...(entitiesPath && signInAndCatalog(entitiesPath)),
    backend: backendSection(options),
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
