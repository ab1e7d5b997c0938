import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AnyApiRef } from '@backstage/core-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { JsonObject } from '@backstage/types';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  CLUSTER_ENTITY_TYPE,
  CLUSTER_ID_ANNOTATION,
  ClusterResponse,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { TkeCiliumApi, tkeCiliumApiRef } from '../api';
import { detailsRouteRef, taskRouteRef, templateRouteRef } from '../routes';

/** The entity of a cluster, as a catalog holds it. */
export const clusterEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'demo',
    namespace: 'default',
    annotations: { [CLUSTER_ID_ANNOTATION]: 'cls-demo0001' },
  },
  spec: { type: CLUSTER_ENTITY_TYPE, lifecycle: 'production', owner: 'team' },
};

/** Draws something on the page of a cluster, in front of a backend that gives this answer. */
export function renderForEntity(
  element: JSX.Element,
  options: {
    getCluster: () => Promise<ClusterResponse>;
    /** Default: whoever asks is answered. */
    refreshCluster?: TkeCiliumApi['refreshCluster'];
    /** Whether everything is allowed, or nothing. Default: everything. */
    allowed?: boolean;
    entity?: Entity;
    /** Without one there is no scaffolder in the app. */
    scaffolder?: boolean;
    language?: 'en' | 'zh';
    config?: JsonObject;
    /** Other APIs of the app. */
    apis?: [AnyApiRef, unknown][];
  },
) {
  const {
    getCluster,
    refreshCluster = async clusterId => ({ clusterId, revision: 1 }),
    allowed = true,
    entity = clusterEntity,
    scaffolder = true,
    language = 'en',
    config,
    apis = [],
  } = options;
  const api: TkeCiliumApi = {
    getCluster,
    getClusters: async () => [],
    getTimeline: async () => ({ items: [] }),
    refreshCluster,
    getCloudChoices: async () => ({ items: [], observedAt: '' }),
  };
  // Where an app keeps the choice of its user.
  localStorage.setItem('language', language);
  return renderInTestApp(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    {
      apis: [
        [tkeCiliumApiRef, api],
        ...(apis as []),
        mockApis.permission({
          authorize: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        }),
      ],
      config: {
        ...config,
        app: {
          extensions: [
            {
              'api:app/app-language': {
                config: { availableLanguages: ['en', 'zh'] },
              },
            },
          ],
        },
      },
      mountedRoutes: {
        '/details': detailsRouteRef,
        ...(scaffolder && {
          '/create/templates/:namespace/:templateName': templateRouteRef,
          '/create/tasks/:taskId': taskRouteRef,
        }),
      },
    },
  );
}
