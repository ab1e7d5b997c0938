import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  READINESS_CHANNEL,
  tkeCiliumPermissions,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { clusterConnectionsServiceRef } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { ClusterVisibility } from './router/ClusterVisibility';
import { createRouter } from './router/createRouter';
import { DatabaseReadinessStore } from './store/DatabaseReadinessStore';
import { ClusterTracker } from './tracker/ClusterTracker';

/**
 * Watches the configured clusters, keeps their readiness, serves it under `/api/tke-cilium` and
 * tells browsers when it changed.
 *
 * @public
 */
export const tkeCiliumPlugin = createBackendPlugin({
  pluginId: 'tke-cilium',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogServiceRef,
        connections: clusterConnectionsServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { connections, lifecycle, logger, signals } = deps;
        const store = await DatabaseReadinessStore.create(deps);
        const visibility = ClusterVisibility.create(deps);

        deps.permissionsRegistry.addPermissions(tkeCiliumPermissions);
        deps.httpRouter.use(
          await createRouter({
            connections,
            store,
            visibility,
            httpAuth: deps.httpAuth,
            startedAt: new Date().toISOString(),
          }),
        );
        deps.httpRouter.addAuthPolicy({
          path: '/health',
          allow: 'unauthenticated',
        });

        let trackers: ClusterTracker[] = [];
        lifecycle.addStartupHook(() => {
          trackers = connections.list().map(({ clusterId }) =>
            ClusterTracker.start({
              clusterId,
              connections,
              store,
              logger,
              // Anybody may subscribe to the channel, so it carries no more than a hint.
              publish: (changed, revision) =>
                signals.publish({
                  recipients: { type: 'broadcast' },
                  channel: READINESS_CHANNEL,
                  message: { clusterId: changed, revision },
                }),
            }),
          );
        });
        lifecycle.addShutdownHook(async () => {
          await Promise.all(trackers.map(tracker => tracker.stop()));
        });
      },
    });
  },
});
