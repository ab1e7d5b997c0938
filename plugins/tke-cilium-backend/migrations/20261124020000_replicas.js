// @ts-check

/**
 * Several backends on one database: who is alive, who watches which cluster, and which lease wrote
 * what. Only adds nullable columns, columns with a constant default and empty tables: no table is
 * rewritten and no lock lasts on any engine.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('replica', table => {
    table.comment('The backends that are alive: one row per process');
    table.string('replica_id', 36).primary().comment('A new one per start');
    table
      .integer('heartbeat')
      .notNullable()
      .comment('Counts up while the replica is alive; no clock is compared');
    table
      .text('wanted', 'longtext')
      .notNullable()
      .comment('Ids of the clusters it can watch, a JSON list');
  });

  await knex.schema.createTable('cluster_lease', table => {
    table.comment('Who watches which cluster: one row per cluster');
    table.string('cluster_id', 32).primary();
    table
      .string('holder', 36)
      .nullable()
      .comment('The replica that watches it; null when nobody does');
    table
      .integer('generation')
      .notNullable()
      .comment(
        'Counts up with every new holder; a write of an older one fails',
      );
  });

  await knex.schema.alterTable('cluster_readiness', table => {
    table
      .text('conditions', 'longtext')
      .nullable()
      .comment('Conditions of the readiness as JSON, to compare the next with');
    table
      .integer('generation')
      .notNullable()
      .defaultTo(0)
      .comment('Generation of the lease that wrote the row last');
  });

  await knex.schema.alterTable('readiness_history', table => {
    table
      .string('previous_phase', 32)
      .nullable()
      .comment('The same as phase when only conditions changed');
    table
      .text('conditions', 'longtext')
      .nullable()
      .comment('Conditions whose status changed, a JSON list');
    table
      .integer('generation')
      .notNullable()
      .defaultTo(0)
      .comment('Generation of the lease that wrote the row');
    table.index('at', 'readiness_history_at_idx');
  });
};

/**
 * Changes of conditions alone have no place in the older history: they are dropped.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('readiness_history').whereRaw('phase = previous_phase').delete();
  await knex.schema.alterTable('readiness_history', table => {
    table.dropIndex('at', 'readiness_history_at_idx');
    table.dropColumns('previous_phase', 'conditions', 'generation');
  });
  await knex.schema.alterTable('cluster_readiness', table => {
    table.dropColumns('conditions', 'generation');
  });
  await knex.schema.dropTable('cluster_lease');
  await knex.schema.dropTable('replica');
};
