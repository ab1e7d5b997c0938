// A whole Backstage backend with this plugin, signals and the event bus in a process of its own, so
// that a test can kill it. `process.argv[2]`: JSON of the catalog's entities; the rest are options
// of Backstage.
import { createBackend } from '@backstage/backend-defaults';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { tkeCiliumPlugin } from '../../plugin';

const [entities] = process.argv.splice(2, 1);
const backend = createBackend();
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(tkeCiliumPlugin);
backend.add(catalogServiceMock.factory({ entities: JSON.parse(entities) }));
backend.start();
