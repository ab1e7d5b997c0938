import { Entity } from '@backstage/catalog-model';
import type { AlphaEntity } from '@backstage/catalog-model/alpha';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  CLUSTER_ENTITY_TYPE,
  CLUSTER_ID_ANNOTATION,
} from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { refreshKey } from './ReadinessStatusProvider';
import { READINESS_STATUS_TYPE } from './readinessStatus';
import { ReadinessStatuses } from './ReadinessStatuses';

/**
 * Writes into the status of a cluster's entity how the cluster is.
 *
 * @remarks
 * The catalog runs a processor every few minutes. {@link ReadinessStatusProvider} has it run at once
 * when there is something new to write, so that a status is not long out of date.
 */
export class ReadinessStatusProcessor implements CatalogProcessor {
  readonly #statuses: ReadinessStatuses;

  static create(statuses: ReadinessStatuses): ReadinessStatusProcessor {
    return new ReadinessStatusProcessor(statuses);
  }

  private constructor(statuses: ReadinessStatuses) {
    this.#statuses = statuses;
  }

  getProcessorName(): string {
    return 'TkeCiliumReadinessStatusProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const clusterId = entity.metadata.annotations?.[CLUSTER_ID_ANNOTATION];
    if (
      entity.kind !== 'Resource' ||
      entity.spec?.type !== CLUSTER_ENTITY_TYPE ||
      clusterId === undefined
    ) {
      return entity;
    }
    emit(processingResult.refresh(refreshKey(clusterId)));
    const status = this.#statuses.statusOf(clusterId);
    // One that the entity's file brought is not from here.
    const others = ((entity as AlphaEntity).status?.items ?? []).filter(
      ({ type }) => type !== READINESS_STATUS_TYPE,
    );
    const withStatus: AlphaEntity = {
      ...entity,
      status: { items: status ? [...others, status] : others },
    };
    return withStatus;
  }
}
