import { SchedulerService } from '@backstage/backend-plugin-api';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { ReadinessStatuses } from './ReadinessStatuses';

/** What marks the entities of a cluster for {@link ReadinessStatusProvider}. */
export function refreshKey(clusterId: string): string {
  return `tke-cilium:${clusterId}`;
}

/**
 * Provides no entity: an entity provider is who may have entities processed again, here those of
 * clusters that have another status now.
 *
 * @remarks
 * Each replica asks for itself, because any of them may process an entity, with what it knows.
 */
export class ReadinessStatusProvider implements EntityProvider {
  readonly #statuses: ReadinessStatuses;
  readonly #scheduler: SchedulerService;

  static create(options: {
    statuses: ReadinessStatuses;
    scheduler: SchedulerService;
  }): ReadinessStatusProvider {
    return new ReadinessStatusProvider(options);
  }

  private constructor(options: {
    statuses: ReadinessStatuses;
    scheduler: SchedulerService;
  }) {
    this.#statuses = options.statuses;
    this.#scheduler = options.scheduler;
  }

  getProviderName(): string {
    return 'tke-cilium-status';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#scheduler.scheduleTask({
      id: 'tke-cilium-refresh-status',
      scope: 'local',
      frequency: { seconds: 30 },
      timeout: { seconds: 60 },
      fn: async () => {
        const changed = await this.#statuses.refresh();
        if (changed.length > 0) {
          await connection.refresh({ keys: changed.map(refreshKey) });
        }
      },
    });
  }
}
