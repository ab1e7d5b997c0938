import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import tkeCiliumPlugin, { tkeCiliumApiRef } from '../src';
import { CannedApi } from './CannedApi';
import { FLEET_ENTITIES } from './cannedFleet';
import { cannedScaffolder } from './cannedScaffolder';
import { Gallery } from './Gallery';

const templateRouteRef = createRouteRef({
  params: ['namespace', 'templateName'],
});
const taskRouteRef = createRouteRef({ params: ['taskId'] });
const detailsRouteRef = createRouteRef();

/** A catalog that has every other cluster of the fleet. */
const catalog = createFrontendPlugin({
  pluginId: 'catalog',
  extensions: [
    PageBlueprint.make({
      name: 'entity',
      params: {
        path: '/catalog/:namespace/:kind/:name',
        routeRef: entityRouteRef,
        loader: async () => <p>The page of a cluster.</p>,
      },
    }),
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () =>
            ({
              getEntities: async () => ({ items: FLEET_ENTITIES }),
            } as unknown as typeof catalogApiRef.T),
        }),
    }),
  ],
});

const gallery = createFrontendPlugin({
  pluginId: 'gallery',
  routes: {
    template: templateRouteRef,
    task: taskRouteRef,
    details: detailsRouteRef,
  },
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: scaffolderApiRef,
          deps: {},
          factory: cannedScaffolder,
        }),
    }),
    PageBlueprint.make({
      params: { path: '/', noHeader: true, loader: async () => <Gallery /> },
    }),
    PageBlueprint.make({
      name: 'details',
      params: {
        path: '/details',
        routeRef: detailsRouteRef,
        loader: async () => <p>The tab.</p>,
      },
    }),
    PageBlueprint.make({
      name: 'template',
      params: {
        path: '/create/templates/:namespace/:templateName',
        routeRef: templateRouteRef,
        loader: async () => <p>The form of the template.</p>,
      },
    }),
    PageBlueprint.make({
      name: 'task',
      params: {
        path: '/create/tasks/:taskId',
        routeRef: taskRouteRef,
        loader: async () => <p>The log of the task.</p>,
      },
    }),
  ],
});

const cannedApi = createFrontendModule({
  pluginId: 'tke-cilium',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: tkeCiliumApiRef,
          deps: {},
          factory: CannedApi.create,
        }),
    }),
  ],
});

createDevApp({
  features: [tkeCiliumPlugin, cannedApi, catalog, gallery],
  bindRoutes({ bind }) {
    bind(tkeCiliumPlugin.externalRoutes, {
      template: templateRouteRef,
      task: taskRouteRef,
      details: detailsRouteRef,
    });
  },
});
