import { Entity } from '@backstage/catalog-model';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { LocalCluster } from '@tke-cilium/local-cluster';
import { scaffolderModuleTkeCilium } from '../module';
import { helmConfig } from './helmConfig';
import { ScaffolderClient } from './ScaffolderClient';

/** A backend with the real scaffolder and this module, that reaches one local cluster. */
export async function startScaffolder(options: {
  cluster: LocalCluster;
  entities: Entity[];
  kubeconfigPath?: string;
  /** Default: the real Helm. */
  helmCommand?: string;
}) {
  const {
    cluster,
    entities,
    kubeconfigPath = cluster.kubeconfigPath,
    helmCommand: command,
  } = options;
  const backend = await startTestBackend({
    features: [
      import('@backstage/plugin-scaffolder-backend'),
      scaffolderModuleTkeCilium,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          tkeCilium: {
            clusters: [
              { id: cluster.id, kubeconfig: { path: kubeconfigPath } },
            ],
            helm: { ...(await helmConfig()), ...(command && { command }) },
          },
        },
      }),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}`;
  return {
    client: ScaffolderClient.create({ url }),
    stop: () => backend.stop(),
  };
}
