import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { scaffolderModuleTkeCilium } from '../module';

/** One action of the module as a backend has it, to be called without a scaffolder. */
export async function startAction(
  id: string,
  options: {
    config: JsonObject;
    /** What the catalog has when it is asked. Default: nothing. */
    entities?: () => Promise<Entity[]>;
  },
): Promise<{
  action: TemplateAction<any, any, any>;
  stop: () => Promise<void>;
}> {
  const { config: data, entities = async () => [] } = options;
  const actions: TemplateAction<any, any, any>[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        { addActions: (...added) => actions.push(...added) },
      ],
    ],
    features: [
      scaffolderModuleTkeCilium,
      catalogServiceMock.mock({
        getEntities: async () => ({ items: await entities() }),
      }).factory,
      mockServices.rootConfig.factory({ data }),
    ],
  });
  const action = actions.find(each => each.id === id);
  if (!action) {
    throw new Error(`The module has no action ${id}`);
  }
  return { action, stop: () => backend.stop() };
}
