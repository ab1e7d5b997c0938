import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';

/**
 * Puts the tasks of a backend that died into the queue again when the next one starts, as the
 * scaffolder does by itself ten seconds later at the earliest: a test that kills it at twenty places
 * would only wait. That it does so by itself is for `recovery.integration.test.ts`.
 */
export const scaffolderModuleRecoverAtOnce = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'recover-at-once',
  register({ registerInit }) {
    registerInit({
      deps: { database: coreServices.database },
      async init({ database }) {
        const knex = await database.getClient();
        if (await knex.schema.hasTable('tasks')) {
          await knex('tasks')
            .where({ status: 'processing' })
            .update({ status: 'open' });
        }
      },
    });
  },
});
