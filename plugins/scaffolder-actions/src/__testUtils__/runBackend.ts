// A whole Backstage backend with the real scaffolder in a process of its own, so that a test can
// kill it. `process.argv[2]`: JSON of the catalog's entities; the rest are options of Backstage.
import { createBackend } from '@backstage/backend-defaults';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { scaffolderModuleTkeCilium } from '../module';
import { startOnDemand } from './startOnDemand';

const [entities] = process.argv.splice(2, 1);
const backend = createBackend();
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(scaffolderModuleTkeCilium);
backend.add(catalogServiceMock.factory({ entities: JSON.parse(entities) }));
startOnDemand(backend);
