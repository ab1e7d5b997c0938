import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { READINESS_CHANNEL } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import {
  clusterConnectionsServiceRef,
  tencentCloudRegionsServiceRef,
} from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { registerActions } from './actions/registerActions';
import { CloudChoices } from './cloudChoices/CloudChoices';
import { createAuthorizedClusters } from './clusters/createAuthorizedClusters';
import { TrackerMetrics } from './metrics/TrackerMetrics';
import pLimit from 'p-limit';
import { createRouter } from './router/createRouter';
import { checkHealth } from './health/checkHealth';
import { DatabaseLeaseStore } from './lease/DatabaseLeaseStore';
import { LeaseCoordinator } from './lease/LeaseCoordinator';
import { logLeaseMove } from './lease/logLeaseMove';
import { scheduleNotifications } from './notifications/scheduleNotifications';
import { DatabaseReadinessStore } from './store/DatabaseReadinessStore';
import { DatabaseReadinessWriter } from './store/DatabaseReadinessWriter';
import { belongsToOneBackend, openDatabase } from './store/openDatabase';
import { scheduleHistoryCleanup } from './store/scheduleHistoryCleanup';
import { ClusterTracker } from './tracker/ClusterTracker';

/** Each start is some twenty lists; a replica that takes over hundreds of clusters must stay alive. */
const CLUSTERS_STARTED_AT_ONCE = 8;

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
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        connections: clusterConnectionsServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        regions: tencentCloudRegionsServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { connections, lifecycle, logger, signals } = deps;
        const db = await openDatabase(deps.database);
        const store = DatabaseReadinessStore.create(db);
        await scheduleHistoryCleanup({ ...deps, db });
        await scheduleNotifications({ ...deps, db, store });
        const leases = DatabaseLeaseStore.create(db);
        const metrics = TrackerMetrics.create(deps.metrics);

        const clusters = createAuthorizedClusters({
          ...deps,
          store,
          leases,
          startedAt: new Date().toISOString(),
        });
        registerActions({ ...deps, clusters });
        let coordinator: LeaseCoordinator | undefined;
        const choices = CloudChoices.create(deps);
        const health = () => checkHealth(db, coordinator?.life);
        deps.httpRouter.use(
          await createRouter({ ...deps, clusters, choices, health }),
        );
        deps.httpRouter.addAuthPolicy({
          path: '/health',
          allow: 'unauthenticated',
        });

        const starts = pLimit(CLUSTERS_STARTED_AT_ONCE);
        lifecycle.addStartupHook(() => {
          coordinator = LeaseCoordinator.start({
            leases,
            othersAreGone: belongsToOneBackend(db),
            wanted: () => connections.list().map(({ clusterId }) => clusterId),
            watch: (lease, onLost) =>
              ClusterTracker.start({
                lease,
                connections,
                store,
                writer: DatabaseReadinessWriter.create(db, lease),
                onLost,
                metrics,
                logger,
                starts,
                // Anybody may subscribe to the channel, so it carries no more than a hint.
                publish: (clusterId, revision) =>
                  signals.publish({
                    recipients: { type: 'broadcast' },
                    channel: READINESS_CHANNEL,
                    message: { clusterId, revision },
                  }),
              }),
            onMove: move => {
              logLeaseMove(logger, move);
              metrics.leaseMoved(move);
            },
            logger,
          });
        });
        lifecycle.addShutdownHook(() => coordinator?.stop());
      },
    });
  },
});
