import { Knex } from 'knex';
import { CLUSTERS } from '../store/readinessRows';
import { ReadinessPhase } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { Trouble } from './findNews';

const ANNOUNCEMENTS = 'cluster_announcement';

type AnnouncementRow = { cluster_id: string; phase: Trouble | null };

/** How a cluster is, and what its owner was told. */
export type AnnouncedCluster = {
  clusterId: string;
  phase: ReadinessPhase;
  /** The trouble that the owner knows of; `undefined`: none. */
  announced?: Trouble;
};

/** What the owners of clusters were told, in the plugin's database. */
export class DatabaseAnnouncements {
  readonly #db: Knex;

  /**
   * @param db - with the plugin's tables
   */
  static create(db: Knex): DatabaseAnnouncements {
    return new DatabaseAnnouncements(db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  /** The clusters that some replica watches: of any other what is stored may be long past. */
  async watched(): Promise<AnnouncedCluster[]> {
    const rows: Array<{
      clusterId: string;
      phase: ReadinessPhase;
      announced: Trouble | null;
    }> = await this.#db(CLUSTERS)
      .join(
        'cluster_lease',
        'cluster_lease.cluster_id',
        `${CLUSTERS}.cluster_id`,
      )
      .leftJoin(
        ANNOUNCEMENTS,
        `${ANNOUNCEMENTS}.cluster_id`,
        `${CLUSTERS}.cluster_id`,
      )
      .whereNotNull('cluster_lease.holder')
      .whereNotNull(`${CLUSTERS}.phase`)
      .select({
        clusterId: `${CLUSTERS}.cluster_id`,
        phase: `${CLUSTERS}.phase`,
        announced: `${ANNOUNCEMENTS}.phase`,
      });
    return rows.map(({ announced, ...cluster }) => ({
      ...cluster,
      announced: announced ?? undefined,
    }));
  }

  /** @param trouble - what the owner knows of now; `undefined`: that it is over */
  async save(clusterId: string, trouble: Trouble | undefined): Promise<void> {
    await this.#db<AnnouncementRow>(ANNOUNCEMENTS)
      .insert({ cluster_id: clusterId, phase: trouble ?? null })
      .onConflict('cluster_id')
      .merge();
  }
}
