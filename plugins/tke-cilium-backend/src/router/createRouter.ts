import {
  AuditorService,
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { audited } from '@tke-cilium/backstage-plugin-tke-cilium-node';
import express from 'express';
import { CloudChoices } from '../cloudChoices/CloudChoices';
import { ClusterService } from '../clusters/ClusterService';
import { createOpenApiRouter } from '../schema/openapi';
import { Health } from '../schema/openapi/generated/models';
import { identifyErrors } from './identifyErrors';

const DEFAULT_CLUSTERS = 500;
const DEFAULT_CHANGES = 100;

/** Options of {@link createRouter}. */
export type RouterOptions = {
  clusters: ClusterService;
  choices: CloudChoices;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  health(): Promise<Health>;
};

/**
 * The HTTP interface, as `schema/openapi.yaml` describes it: requests that do not fit it are refused
 * before they get here. Express adds the ETag, and answers 304 to who has it. It is one of the whole
 * answer, `observedAt` included: whoever kept an answer over a 304 would show an age that is wrong.
 */
export async function createRouter(
  options: RouterOptions,
): Promise<express.Router> {
  const { clusters, choices, auditor, httpAuth, logger, health } = options;
  const router = await createOpenApiRouter();

  /** Who asks, and the record of it. */
  async function serve<Answer>(
    request: express.Request<any, any, any, any>,
    event: Omit<AuditorServiceCreateEventOptions, 'request'>,
    answer: (caller: { credentials: BackstageCredentials }) => Promise<Answer>,
  ): Promise<Answer> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    return audited(auditor, { ...event, request }, () =>
      answer({ credentials }),
    );
  }

  const fetchOf = (queryType: string, clusterId?: string) => ({
    eventId: 'cluster-fetch',
    meta: { queryType, clusterId },
  });

  router.get('/health', async (_request, response) => {
    const answer = await health();
    response.status(answer.status === 'ok' ? 200 : 503).json(answer);
  });

  router.get('/v1/clusters', async (request, response) => {
    const { phase, limit = DEFAULT_CLUSTERS, cursor } = request.query;
    const answer = await serve(request, fetchOf('all'), caller =>
      clusters.list({ phases: phase, limit, cursor }, caller),
    );
    response.json(answer);
  });

  router.get('/v1/clusters/:clusterId', async (request, response) => {
    const { clusterId } = request.params;
    const answer = await serve(request, fetchOf('by-id', clusterId), caller =>
      clusters.get(clusterId, caller),
    );
    response.json(answer);
  });

  router.get('/v1/clusters/:clusterId/timeline', async (request, response) => {
    const { clusterId } = request.params;
    const { limit = DEFAULT_CHANGES, before } = request.query;
    const answer = await serve(
      request,
      fetchOf('timeline', clusterId),
      caller => clusters.timeline(clusterId, { limit, before }, caller),
    );
    response.json(answer);
  });

  router.get('/v1/clusters/:clusterId/problems', async (request, response) => {
    const { clusterId } = request.params;
    const answer = await serve(
      request,
      fetchOf('problems', clusterId),
      caller => clusters.problems(clusterId, caller),
    );
    response.json(answer);
  });

  router.post('/v1/clusters/:clusterId/refresh', async (request, response) => {
    const { clusterId } = request.params;
    const answer = await serve(
      request,
      {
        eventId: 'cluster-mutate',
        severityLevel: 'medium',
        meta: { actionType: 'refresh', clusterId },
      },
      caller => clusters.refresh(clusterId, caller),
    );
    response.status(202).json(answer);
  });

  router.get('/cloud/choices/:kind', async (request, response) => {
    const { kind } = request.params;
    const { cluster, account, region } = request.query;
    const answer = await serve(
      request,
      {
        eventId: 'cloud-fetch',
        meta: { queryType: kind, cluster, account, region },
      },
      caller => choices.list({ ...request.query, kind }, caller),
    );
    response.json(answer);
  });

  router.use(identifyErrors(logger));
  return router;
}
