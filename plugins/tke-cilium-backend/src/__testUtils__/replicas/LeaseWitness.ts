import knexFactory, { Knex } from 'knex';
import { PostgresConnection } from '@tke-cilium/local-postgres';

const DATABASE = 'backstage_plugin_tke-cilium';

/**
 * Looks into the database of the replicas, beside them. The database itself writes down under which
 * lease every write was made, and which one was valid at that moment.
 */
export class LeaseWitness {
  readonly #db: Knex;

  /** Needs the plugin's tables. */
  static async create(connection: PostgresConnection): Promise<LeaseWitness> {
    const db = knexFactory({
      client: 'pg',
      connection: { ...connection, database: DATABASE },
      // It loses its connection when the test restarts the server.
      log: { warn: () => {}, error: () => {} },
    });
    await db.raw(`
      CREATE TABLE written (
        cluster_id text, revision int, generation int, valid int, holder text
      );
      CREATE FUNCTION witness() RETURNS trigger AS $$ BEGIN
        INSERT INTO written
        SELECT NEW.cluster_id, NEW.revision, NEW.generation, generation, holder
        FROM cluster_lease WHERE cluster_id = NEW.cluster_id;
        RETURN NEW;
      END $$ LANGUAGE plpgsql;
      CREATE TRIGGER witness AFTER INSERT OR UPDATE ON cluster_readiness
      FOR EACH ROW EXECUTE FUNCTION witness();
    `);
    return new LeaseWitness(db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  /** Which replica holds which clusters; replicas that are not registered hold nothing. */
  async shares(): Promise<Record<string, string[]>> {
    const replicas = await this.#db('replica').pluck('replica_id');
    const leases = await this.#db('cluster_lease').orderBy('cluster_id');
    return Object.fromEntries(
      replicas.map(id => [
        id,
        leases
          .filter(({ holder }) => holder === id)
          .map(({ cluster_id }) => cluster_id),
      ]),
    );
  }

  async generations(): Promise<Record<string, number>> {
    const leases = await this.#db('cluster_lease').orderBy('cluster_id');
    return Object.fromEntries(
      leases.map(({ cluster_id, generation }) => [cluster_id, generation]),
    );
  }

  /**
   * The writes that were made without the valid lease, and whether revisions only go up and
   * generations never down.
   */
  async verdict(): Promise<{ invalid: object[]; isInOrder: boolean }> {
    const invalid = await this.#db('written').where(wrong =>
      wrong.whereRaw('generation <> valid').orWhereNull('holder'),
    );
    const rows = await this.#db('readiness_history').orderBy([
      'cluster_id',
      'revision',
    ]);
    const isInOrder = rows.every((row, index) => {
      const before = rows[index - 1];
      return (
        before?.cluster_id !== row.cluster_id ||
        (before.revision < row.revision && before.generation <= row.generation)
      );
    });
    return { invalid, isInOrder: isInOrder && rows.length > 0 };
  }

  async stop(): Promise<void> {
    await this.#db.destroy();
  }
}
