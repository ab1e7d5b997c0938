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
import {
  CLUSTER_ENTITY_TYPE,
  CLUSTER_ID_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { RiNodeTree } from '@remixicon/react';
import { TkeCiliumClient, tkeCiliumApiRef } from './api';
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

const content = EntityContentBlueprint.make({
  name: 'cilium',
  params: {
    path: '/cilium',
    title: 'Cilium',
    group: 'operation',
    routeRef: ciliumContentRouteRef,
    filter: isTkeCluster,
    loader: () =>
      import('./components/CiliumContent/CiliumContent').then(m => (
        <m.CiliumContent />
      )),
  },
});

const fleet = PageBlueprint.make({
  params: {
    path: '/tke-cilium',
    title: 'Cilium',
    icon: <RiNodeTree />,
    routeRef: fleetRouteRef,
    loader: () =>
      import('./components/FleetPage/FleetPage').then(m => <m.FleetPage />),
  },
});

/**
 * The plugin for Backstage's new frontend system: a page of all clusters, and an entity card and an
 * entity tab for each.
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
  extensions: [api, card, content, fleet],
});
