// A whole Backstage backend in a process of its own, with what the template of a cluster needs: the
// scaffolder, the catalog, and our modules of both.
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(
  import('@tke-cilium/backstage-plugin-catalog-backend-module-tke-cilium'),
);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@tke-cilium/backstage-plugin-scaffolder-backend-module-tke-cilium'),
);
backend.start();
