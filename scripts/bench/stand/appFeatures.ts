import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';

/** What the app of the bench needs besides the two plugins that are compared. */
export const appFeatures = createBackendFeatureLoader({
  *loader() {
    yield import('@backstage/plugin-app-backend');
    yield import('@backstage/plugin-auth-backend');
    yield import('@backstage/plugin-auth-backend-module-guest-provider');
    yield import('@backstage/plugin-catalog-backend');
    yield import('@backstage/plugin-notifications-backend');
    yield import('@backstage/plugin-user-settings-backend');
  },
});
