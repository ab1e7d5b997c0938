import { Entity } from '@backstage/catalog-model';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { LocalCluster } from '@tke-cilium/local-cluster';
import { scaffolderModuleTkeCilium } from '../module';
import { helmConfig } from './helmConfig';
import { ScaffolderClient } from './ScaffolderClient';

/** A backend with the real scaffolder and this module. */
export async function startScaffolder(options: {
  /** One that it reaches by its kubeconfig. */
  cluster?: LocalCluster;
  /** Accounts of Tencent Cloud whose clusters it reaches. */
  accounts?: JsonObject[];
  entities: Entity[];
  /** Default: the real Helm. */
  helmCommand?: string;
}) {
  const { cluster, accounts, entities, helmCommand: command } = options;
  const backend = await startTestBackend({
    features: [
      import('@backstage/plugin-scaffolder-backend'),
      scaffolderModuleTkeCilium,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          tkeCilium: {
            ...(cluster && {
              clusters: [
                {
                  id: cluster.id,
                  kubeconfig: { path: cluster.kubeconfigPath },
                },
              ],
            }),
            ...(accounts && { tencentCloud: { accounts } }),
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
