import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { scaffolderModuleTkeCilium } from '../module';

/** The actions of the module as a backend has them, to be called without a scaffolder. */
export async function startActions(
  config: JsonObject,
  features: BackendFeature[] = [],
): Promise<{
  actions: TemplateAction<any, any, any>[];
  stop: () => Promise<void>;
}> {
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
      mockServices.rootConfig.factory({ data: config }),
      ...features,
    ],
  });
  return { actions, stop: () => backend.stop() };
}
