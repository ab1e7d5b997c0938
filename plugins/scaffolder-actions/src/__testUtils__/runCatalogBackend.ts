// As runBackend.ts, with the real catalog: clusters that a task makes appear in it.
import { createBackend } from '@backstage/backend-defaults';
import { scaffolderModuleTkeCilium } from '../module';
import { scaffolderModuleRecoverAtOnce } from './recoverAtOnce';
import { startOnDemand } from './startOnDemand';

const backend = createBackend();
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(
  import('@tke-cilium/backstage-plugin-catalog-backend-module-tke-cilium'),
);
backend.add(scaffolderModuleTkeCilium);
backend.add(scaffolderModuleRecoverAtOnce);
startOnDemand(backend);
