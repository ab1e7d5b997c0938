import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  ClusterResponse,
  ClustersResponse,
  isClusterId,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { ClusterConnections } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import express from 'express';
import Router from 'express-promise-router';
import { ReadinessStore } from '../store/ReadinessStore';
import { ClusterVisibility } from './ClusterVisibility';
import { toClusterSummary } from './toClusterSummary';

/** Options of {@link createRouter}. */
export type RouterOptions = {
  connections: ClusterConnections;
  store: ReadinessStore;
  visibility: ClusterVisibility;
  httpAuth: HttpAuthService;
  /** Since when this backend tries to connect, ISO 8601. */
  startedAt: string;
};

/**
 * The HTTP interface, as `schema/openapi.yaml` describes it. Every answer comes from the store: a
 * page view costs no API server anything. Express adds the ETag, and answers 304 to who has it.
 */
export async function createRouter(
  options: RouterOptions,
): Promise<express.Router> {
  const { connections, store, visibility, httpAuth, startedAt } = options;
  const router = Router();

  router.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/v1/clusters', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    if (!(await visibility.mayRead(credentials))) {
      throw new NotAllowedError('You may not see clusters');
    }
    const configured = connections.list();
    const visible = await visibility.visible(
      configured.map(({ clusterId }) => clusterId),
      credentials,
    );
    const stored = new Map(
      (await store.getAll([...visible])).map(cluster => [
        cluster.clusterId,
        cluster,
      ]),
    );
    const answer: ClustersResponse = {
      items: configured
        .filter(({ clusterId }) => visible.has(clusterId))
        .map(cluster =>
          toClusterSummary(cluster, stored.get(cluster.clusterId), startedAt),
        ),
    };
    response.json(answer);
  });

  router.get('/v1/clusters/:clusterId', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { clusterId } = request.params;
    if (!isClusterId(clusterId)) {
      throw new InputError(
        'clusterId: must be "cls-" and eight lower-case letters or digits',
      );
    }
    const cluster = connections
      .list()
      .find(candidate => candidate.clusterId === clusterId);
    const mayRead = await visibility.mayRead(credentials);
    const visible = await visibility.visible([clusterId], credentials);
    if (!cluster || !mayRead || !visible.has(clusterId)) {
      // The same words whatever is missing, so that nobody can find out which clusters there are.
      throw new NotFoundError(
        `There is no cluster ${clusterId} that you may see. A cluster is seen when it is in tkeCilium.clusters of the backend's configuration, a catalog entity carries its id, and you may read that entity.`,
      );
    }
    const stored = await store.get(clusterId);
    const answer: ClusterResponse = {
      ...toClusterSummary(cluster, stored, startedAt),
      readiness: stored?.readiness,
      history: await store.history(clusterId),
    };
    response.json(answer);
  });

  return router;
}
