// @ts-check

/**
 * Two small tables, created empty: no lock worth mentioning on any engine.
 *
 * Times are ISO 8601 text in UTC, which sorts as time does and reads the same from SQLite and
 * PostgreSQL. Structured values are JSON text: they are read and written whole, never queried into.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_readiness', table => {
    table.comment('What is known of each cluster: one row per cluster');
    table.string('cluster_id', 32).primary().comment('TKE id, cls-xxxxxxxx');
    table
      .integer('revision')
      .notNullable()
      .comment('Counts up with every change of readiness or connection');
    table
      .string('phase', 32)
      .nullable()
      .comment('Phase of the readiness; null before the first observation');
    table
      .text('readiness', 'longtext')
      .nullable()
      .comment('Readiness as JSON; null before the first observation');
    table.text('connection').notNullable().comment('ConnectionFacts as JSON');
    table
      .string('observed_at', 32)
      .nullable()
      .comment('When the readiness was last confirmed against the cluster');
    table
      .string('changed_at', 32)
      .nullable()
      .comment('When the readiness last changed');
  });

  await knex.schema.createTable('readiness_history', table => {
    table.comment('Changes of phase, newest kept, old ones dropped');
    table.string('cluster_id', 32).notNullable();
    table
      .integer('revision')
      .notNullable()
      .comment('Revision of cluster_readiness that brought the phase');
    table.string('at', 32).notNullable().comment('When it changed');
    table.string('phase', 32).notNullable();
    table.text('summary').notNullable().comment('Why, in one sentence');
    table.primary(['cluster_id', 'revision']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('readiness_history');
  await knex.schema.dropTable('cluster_readiness');
};
