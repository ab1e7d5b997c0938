import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ClusterConnections } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import { toClusterResource } from '../permissions/toClusterResource';
import { ReadinessStore } from '../store/ReadinessStore';
import {
  AnnouncedCluster,
  DatabaseAnnouncements,
} from './DatabaseAnnouncements';
import { ClusterNews, describeNews } from './describeNews';
import { findNews, isSettled } from './findNews';

/** Options of {@link announceNews}. */
export type AnnounceNewsOptions = {
  announcements: DatabaseAnnouncements;
  connections: ClusterConnections;
  /** The catalog entities of clusters, by cluster id. */
  entities(clusterIds: readonly string[]): Promise<Map<string, Entity[]>>;
  logger: LoggerService;
  notifications: NotificationService;
  now: Date;
  /** How long a phase must have lasted. */
  settlingMs: number;
  store: ReadinessStore;
};

/**
 * Tells the owners of clusters what they do not know yet.
 *
 * @remarks
 * What was told is recorded after it was sent. Who dies in between makes it be sent again, and the
 * second one takes the place of the first: it has the same scope. The other way round the owner of a
 * broken cluster might never hear of it.
 */
export async function announceNews(
  options: AnnounceNewsOptions,
): Promise<void> {
  const clusters = (await options.announcements.watched()).filter(
    ({ phase, announced }) => findNews(phase, announced),
  );
  const entities = await options.entities(
    clusters.map(({ clusterId }) => clusterId),
  );
  for (const cluster of clusters) {
    const own = entities.get(cluster.clusterId);
    // Who registers an entity later hears of the trouble then.
    if (own) {
      await announce(cluster, own, options).catch(error =>
        options.logger.warn(
          `The owner of cluster ${cluster.clusterId} could not be notified, trying again. Is @backstage/plugin-notifications-backend installed?`,
          error,
        ),
      );
    }
  }
}

async function announce(
  { clusterId, announced }: AnnouncedCluster,
  entities: Entity[],
  options: AnnounceNewsOptions,
): Promise<void> {
  const { announcements, logger, notifications, store } = options;
  const readiness = (await store.get(clusterId))?.readiness;
  const news = readiness && findNews(readiness.phase, announced);
  const [last] = await store.history(clusterId);
  const { owners } = toClusterResource(clusterId, entities);
  if (!news || !isSettled(last?.at, options) || owners.length === 0) {
    return;
  }
  await notifications.send({
    recipients: { type: 'entity', entityRef: owners },
    payload: describeNews({
      clusterId,
      title: titleOf(clusterId, options.connections),
      news,
      readiness,
      entity: firstOf(entities),
    } satisfies ClusterNews),
  });
  await announcements.save(
    clusterId,
    news.kind === 'trouble' ? news.phase : undefined,
  );
  logger.info(
    `Told ${owners.join(', ')} that cluster ${clusterId} is ${news.phase}`,
    { clusterId, phase: news.phase },
  );
}

function titleOf(clusterId: string, connections: ClusterConnections): string {
  return (
    connections.list().find(cluster => cluster.clusterId === clusterId)
      ?.title ?? clusterId
  );
}

/** The same one every time, in whatever order the catalog gives them. */
function firstOf(entities: Entity[]): Entity {
  return entities.reduce((first, entity) =>
    stringifyEntityRef(entity) < stringifyEntityRef(first) ? entity : first,
  );
}
