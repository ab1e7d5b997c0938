import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The tab of a cluster's entity page. */
export const ciliumContentRouteRef = createRouteRef({ id: 'tke-cilium' });

/** The page of all clusters. */
export const fleetRouteRef = createRouteRef({ id: 'tke-cilium-fleet' });

/**
 * The page of a software template. Bound to the scaffolder by default; without a scaffolder in the
 * app the buttons that lead to it are left out.
 */
export const templateRouteRef = createExternalRouteRef({
  id: 'tke-cilium-template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** The page of a running task, with its log. Without a scaffolder in the app there is none. */
export const taskRouteRef = createExternalRouteRef({
  id: 'tke-cilium-task',
  params: ['taskId'],
  optional: true,
  defaultTarget: 'scaffolder.ongoingTask',
});

/**
 * The tab, as the card links to it. External although it is our own: only such a reference may lead
 * nowhere, and an app may show the card without the tab.
 */
export const detailsRouteRef = createExternalRouteRef({
  id: 'tke-cilium-details',
  optional: true,
  defaultTarget: 'tke-cilium.cilium',
});
