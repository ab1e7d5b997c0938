import { Navigate, Route } from 'react-router-dom';
import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { AlertDisplay, SignInPage } from '@backstage/core-components';
import { CatalogEntityPage, CatalogIndexPage } from '@backstage/plugin-catalog';
import { ScaffolderPage } from '@backstage/plugin-scaffolder';
import { TkeCiliumFleetPage } from '@tke-cilium/backstage-plugin-tke-cilium/legacy';
import { apis } from './apis';
import { entityPage } from './entityPage';

/**
 * The least that an app on Backstage's old frontend system is made of, with the plugin's `./legacy`.
 * It uses the demo's backend.
 */
const app = createApp({
  apis,
  components: {
    SignInPage: props => <SignInPage {...props} providers={['guest']} />,
  },
  __experimentalTranslations: { availableLanguages: ['en', 'zh'] },
});

export default app.createRoot(
  <>
    <AlertDisplay />
    <AppRouter>
      <FlatRoutes>
        <Route path="/" element={<Navigate to="catalog" />} />
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          {entityPage}
        </Route>
        <Route path="/create" element={<ScaffolderPage />} />
        <Route path="/tke-cilium" element={<TkeCiliumFleetPage />} />
      </FlatRoutes>
    </AppRouter>
  </>,
);
