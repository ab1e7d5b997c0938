// @ts-check

/**
 * An empty table: no lock worth mentioning on any engine.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_announcement', table => {
    table.comment('What the owners of clusters were told last');
    table.string('cluster_id', 32).primary();
    table
      .string('phase', 32)
      .nullable()
      .comment('The trouble they know of; null when they know that it is over');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cluster_announcement');
};
