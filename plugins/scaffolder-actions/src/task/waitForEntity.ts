import { setTimeout as sleep } from 'node:timers/promises';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { clusterEntityFilter } from '@tke-cilium/backstage-plugin-tke-cilium-common';

const LOOK_EVERY_MS = 1_000;
// An entity that the catalog was processing when it crashed waits for catalog.processingInterval.
const TIMEOUT_MS = 300_000;

/**
 * Waits until whoever started the task sees a new cluster in the catalog: the steps that follow are
 * about a cluster that has an entity.
 *
 * @returns the entity ref
 * @throws NotFoundError that says what makes entities of clusters
 */
export async function waitForEntity(
  ctx: Pick<ActionContext<{}>, 'logger' | 'signal' | 'getInitiatorCredentials'>,
  catalog: CatalogService,
  clusterId: string,
): Promise<string> {
  ctx.logger.info(`Waiting for the catalog to have ${clusterId}`);
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const { items } = await catalog.getEntities(
      {
        filter: clusterEntityFilter([clusterId]),
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        limit: 1,
      },
      { credentials: await ctx.getInitiatorCredentials() },
    );
    if (items.length > 0) {
      const { kind, metadata } = items[0];
      return `${kind}:${metadata.namespace ?? 'default'}/${
        metadata.name
      }`.toLowerCase();
    }
    if (Date.now() > deadline) {
      throw new NotFoundError(
        `The catalog has no entity of ${clusterId} that you may see. Set catalog.providers.tkeCilium.fromTencentCloud, or add an entity with its id, account and region; then start over.`,
      );
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal: ctx.signal });
  }
}
