import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  createScaffolderFieldExtension,
  FieldExtensionComponent,
} from '@backstage/plugin-scaffolder-react';
import { CloudChoiceKind } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { CloudChoiceField } from '../components/CloudChoice/CloudChoiceField';
import { cloudChoiceSchema } from '../scaffolder/cloudChoiceSchema';
import { validateCloudChoice } from '../scaffolder/validateCloudChoice';
import { TkeCiliumClient, tkeCiliumApiRef } from '../api';
import {
  ciliumContentRouteRef,
  detailsRouteRef,
  fleetRouteRef,
  taskRouteRef,
  templateRouteRef,
} from '../routes';

/**
 * The plugin for Backstage's old frontend system.
 *
 * @public
 */
export const tkeCiliumPlugin = createPlugin({
  id: 'tke-cilium',
  apis: [
    createApiFactory({
      api: tkeCiliumApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: TkeCiliumClient.create,
    }),
  ],
  routes: { cilium: ciliumContentRouteRef, fleet: fleetRouteRef },
  externalRoutes: {
    details: detailsRouteRef,
    task: taskRouteRef,
    template: templateRouteRef,
  },
});

/**
 * The entity card, for the overview of a cluster's page.
 *
 * @public
 */
export const EntityTkeCiliumCard: () => JSX.Element = tkeCiliumPlugin.provide(
  createComponentExtension({
    name: 'EntityTkeCiliumCard',
    component: {
      lazy: () =>
        import('../components/CiliumCard/CiliumCard').then(m => m.CiliumCard),
    },
  }),
);

/**
 * The entity tab, for a route of a cluster's page. `columns`: which columns its tables have, in this
 * order.
 *
 * @public
 */
export const EntityTkeCiliumContent: (props: {
  columns?: { nodes?: readonly string[]; nodePools?: readonly string[] };
}) => JSX.Element = tkeCiliumPlugin.provide(
  createRoutableExtension({
    name: 'EntityTkeCiliumContent',
    mountPoint: ciliumContentRouteRef,
    component: () =>
      import('../components/CiliumContent/CiliumContent').then(
        m => m.CiliumContent,
      ),
  }),
);

/**
 * The page of all clusters, for a route of the app. `columns`: which columns it has, in this order.
 * `initialFilter`: what it shows when its address asks for nothing.
 *
 * @public
 */
export const TkeCiliumFleetPage: (props: {
  columns?: readonly string[];
  initialFilter?: {
    phases?: readonly string[];
    region?: string;
    version?: string;
    search?: string;
  };
}) => JSX.Element = tkeCiliumPlugin.provide(
  createRoutableExtension({
    name: 'TkeCiliumFleetPage',
    mountPoint: fleetRouteRef,
    component: () =>
      import('../components/FleetPage/LegacyFleetPage').then(
        m => m.LegacyFleetPage,
      ),
  }),
);

/**
 * The field `TkeCloudChoice` of the forms of software templates, for `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const TkeCloudChoiceFieldExtension: FieldExtensionComponent<
  string | string[],
  { kind: CloudChoiceKind; cluster?: string; subnet?: string }
> = tkeCiliumPlugin.provide(
  createScaffolderFieldExtension({
    name: 'TkeCloudChoice',
    component: CloudChoiceField,
    validation: validateCloudChoice,
    schema: cloudChoiceSchema.schema,
  }),
);
