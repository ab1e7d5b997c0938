import { createApp } from '@backstage/frontend-defaults';
import { navigationModule } from './navigation';

/**
 * Every plugin among this package's dependencies is found by itself (`app.packages` in
 * app-config.yaml); only what is written here has to be named.
 */
export default createApp({ features: [navigationModule] });
