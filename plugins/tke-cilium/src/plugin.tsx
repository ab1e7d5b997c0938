import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import {
  CLUSTER_ENTITY_TYPE,
  CLUSTER_ID_ANNOTATION,
  READINESS_PHASES,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { RiNodeTree } from '@remixicon/react';
import { z } from 'zod';
import { TkeCiliumClient, tkeCiliumApiRef } from './api';
import {
  FLEET_COLUMNS,
  NODE_COLUMNS,
  NODE_POOL_COLUMNS,
} from './presentation/columns';
import {
  ciliumContentRouteRef,
  detailsRouteRef,
  fleetRouteRef,
  taskRouteRef,
  templateRouteRef,
} from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: tkeCiliumApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: TkeCiliumClient.create,
    }),
});

/** Clusters of other clouds have the same type; the annotation says which are TKE's. */
const isTkeCluster = {
  kind: 'resource',
  'spec.type': CLUSTER_ENTITY_TYPE,
  [`metadata.annotations.${CLUSTER_ID_ANNOTATION}`]: { $exists: true },
};

const card = EntityCardBlueprint.make({
  name: 'cilium',
  params: {
    type: 'content',
    filter: isTkeCluster,
    loader: () =>
      import('./components/CiliumCard/CiliumCard').then(m => <m.CiliumCard />),
  },
});

const content = EntityContentBlueprint.makeWithOverrides({
  name: 'cilium',
  configSchema: {
    columns: z
      .object({
        nodes: z.array(z.enum(NODE_COLUMNS)).optional(),
        nodePools: z.array(z.enum(NODE_POOL_COLUMNS)).optional(),
      })
      .optional(),
  },
  factory: (make, { config }) =>
    make({
      path: '/cilium',
      title: 'Cilium',
      group: 'operation',
      routeRef: ciliumContentRouteRef,
      filter: isTkeCluster,
      loader: () =>
        import('./components/CiliumContent/CiliumContent').then(m => (
          <m.CiliumContent columns={config.columns} />
        )),
    }),
});

const fleet = PageBlueprint.makeWithOverrides({
  configSchema: {
    columns: z.array(z.enum(FLEET_COLUMNS)).optional(),
    initialFilter: z
      .object({
        phases: z.array(z.enum(READINESS_PHASES)).optional(),
        region: z.string().optional(),
        version: z.string().optional(),
        search: z.string().optional(),
      })
      .optional(),
  },
  factory: (make, { config }) =>
    make({
      path: '/tke-cilium',
      title: 'Cilium',
      icon: <RiNodeTree />,
      routeRef: fleetRouteRef,
      loader: () =>
        import('./components/FleetPage/FleetPage').then(m => (
          <m.FleetPage
            columns={config.columns}
            initialFilter={config.initialFilter}
          />
        )),
    }),
});

const cloudChoice = FormFieldBlueprint.make({
  name: 'cloud-choice',
  params: {
    field: () =>
      import('./scaffolder/cloudChoiceField').then(m => m.cloudChoiceField),
  },
});

/**
 * The plugin for Backstage's new frontend system: a page of all clusters, an entity card and an
 * entity tab for each, and a field for the forms of software templates.
 *
 * @public
 */
export const tkeCiliumPlugin = createFrontendPlugin({
  pluginId: 'tke-cilium',
  title: 'Cilium on TKE',
  info: { packageJson: () => import('../package.json') },
  routes: { cilium: ciliumContentRouteRef, fleet: fleetRouteRef },
  externalRoutes: {
    details: detailsRouteRef,
    task: taskRouteRef,
    template: templateRouteRef,
  },
  extensions: [api, card, content, fleet, cloudChoice],
});
