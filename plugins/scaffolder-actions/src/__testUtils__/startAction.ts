import { BackendFeature } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { startActions } from './startActions';

/** One action of the module, in a backend with a catalog. */
export async function startAction(
  id: string,
  options: {
    config: JsonObject;
    /** What the catalog has when it is asked. Default: nothing. */
    entities?: () => Promise<Entity[]>;
    features?: BackendFeature[];
  },
): Promise<{
  action: TemplateAction<any, any, any>;
  stop: () => Promise<void>;
}> {
  const { config, entities = async () => [], features = [] } = options;
  const { actions, stop } = await startActions(config, [
    catalogServiceMock.mock({
      getEntities: async () => ({ items: await entities() }),
    }).factory,
    ...features,
  ]);
  const action = actions.find(each => each.id === id);
  if (!action) {
    throw new Error(`The module has no action ${id}`);
  }
  return { action, stop };
}
